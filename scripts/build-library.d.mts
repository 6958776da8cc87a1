/** Compiles the library and its embed into dist/ and checks the package; false when it cannot. */
export function buildLibrary(): Promise<boolean>;
