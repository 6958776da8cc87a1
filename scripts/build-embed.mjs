// Bundles the panel into one file (dist/embed/isp-panel.js) for pages without a bundler, and writes beside it the hash
// that such a page names it by (Subresource Integrity).
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {brotliKb} from './sizes.mjs';
import {ROOT} from './steps.mjs';

const FILE = `${ROOT}dist/embed/isp-panel.js`;
/** kB Brotli, of everything in both languages. It may go down, never up; 110 is wanted. */
const GATE = 230;

/** Builds it; false when it is over its size, or is more than one file. */
export async function buildEmbed() {
  const {build} = await import('vite');
  const [output] = [
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      define: {'process.env.NODE_ENV': '"production"'},
      build: {
        target: 'es2022',
        outDir: `${ROOT}dist/embed`,
        emptyOutDir: true,
        reportCompressedSize: false,
        lib: {entry: `${ROOT}src/embed.ts`, formats: ['es'], fileName: () => 'isp-panel.js'},
        rolldownOptions: {output: {codeSplitting: false, minify: true}},
      },
    }),
  ].flat();
  const hash = createHash('sha384').update(readFileSync(FILE)).digest('base64');
  writeFileSync(`${ROOT}dist/embed/integrity.txt`, `sha384-${hash}\n`);
  const kb = brotliKb(FILE);
  const isOne = output.output.length === 1;
  const held = isOne && kb <= GATE;
  process.stdout.write(
    `${held ? '✔' : '✖'} one-file embed: ${kb.toFixed(1)} kB Brotli (gate ${GATE}, goal 110)${isOne ? '' : ', in more than one file'}\n`,
  );
  return held;
}
