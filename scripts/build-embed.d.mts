/** Bundles the panel into dist/embed/isp-panel.js; false when it is over its size, or is more than one file. */
export function buildEmbed(): Promise<boolean>;
