/** Installs what is missing and returns the path of a Node 24 or newer. */
export function setUp(): Promise<string>;
/**
 * Installs a folder's lock file once; `what` names it in what is said meanwhile. When it cannot, it gives up: by ending
 * the command, unless told how else.
 */
export function install(folder: string, what: string, giveUp?: (...lines: string[]) => void): void;
