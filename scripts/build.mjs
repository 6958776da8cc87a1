// `npm run build`: the library (dist/, one module a file, with types), its manifest, and the launch pages (dist-app/).
import {rmSync} from 'node:fs';
import {buildApp} from './build-app.mjs';
import {ROOT, run} from './steps.mjs';

if (!buildLibrary()) process.exit(1);
await buildApp({force: true});
process.stdout.write('Built dist/ (library) and dist-app/ (launch pages).\n');

/** Compiles the library and checks the package as a consumer would see it. */
export function buildLibrary() {
  rmSync(`${ROOT}dist`, {recursive: true, force: true});
  return (
    run('library', ['typescript/bin/tsc', '-p', 'src/tsconfig.build.json']) &&
    run('package', ['publint/src/cli.js', '--strict', '.'], {quiet: true})
  );
}
