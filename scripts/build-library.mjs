import {rmSync} from 'node:fs';
import {ROOT, run} from './steps.mjs';

/** Compiles the library (dist/, one module a file, with types) and checks the package as a consumer would see it. */
export function buildLibrary() {
  rmSync(`${ROOT}dist`, {recursive: true, force: true});
  return (
    run('library', ['typescript/bin/tsc', '-p', 'src/tsconfig.build.json']) &&
    run('package', ['publint/src/cli.js', '--strict', '.'], {quiet: true})
  );
}
