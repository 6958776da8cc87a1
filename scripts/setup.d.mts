/** Installs what is missing and returns the path of a Node 24 or newer. */
export function setUp(): Promise<string>;
/** Installs a folder's lock file once; `what` names it in what is said meanwhile. */
export function install(folder: string, what: string): void;
