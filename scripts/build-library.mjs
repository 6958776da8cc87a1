import {rmSync} from 'node:fs';
import {buildEmbed} from './build-embed.mjs';
import {writeSbom} from './sbom.mjs';
import {ROOT, run} from './steps.mjs';
import {checkSummarySize} from './summary-size.mjs';

/**
 * Compiles the library (dist/src/, one module a file, with types), lists what comes with it (dist/sbom.cdx.json), bundles
 * the one-file embed (dist/embed/), and checks the package as a consumer would see it.
 */
export async function buildLibrary() {
  rmSync(`${ROOT}dist`, {recursive: true, force: true});
  return (
    run('library', ['typescript/bin/tsc', '-p', 'src/tsconfig.build.json']) &&
    writeSbom() &&
    (await buildEmbed()) &&
    (await checkSummarySize()) &&
    run('package', ['publint/src/cli.js', '--strict', '.'], {quiet: true})
  );
}
