/** Bundles the panel into the two files of dist/embed/; false when one is over its size, or there are not two. */
export function buildEmbed(): Promise<boolean>;
