/** Brotli size of a file in kB. */
export function brotliKb(file: string): number;
/** Files of dist-app that a launch loads before first content, launch page included. */
export function initialFiles(): string[];
/** Prints the sizes and says whether the gates hold. */
export function checkSizes(): boolean;
