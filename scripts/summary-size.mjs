// The size of `<isp-summary>` as a page that bundles it loads it: what stands before the code that reads and counts, and
// everything that comes after it.
import {brotliCompressSync, constants} from 'node:zlib';
import {ROOT} from './steps.mjs';

/** kB Brotli before anything is asked for. */
const GATE = 20;

const brotliKb = (text) =>
  brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length / 1000;

/** Builds it in memory, prints its sizes, and says whether the gate holds. */
export async function checkSummarySize() {
  const {build} = await import('vite');
  const [{output}] = [
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      define: {'process.env.NODE_ENV': '"production"'},
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        lib: {entry: `${ROOT}src/summary.ts`, formats: ['es'], fileName: () => 'summary.js'},
        rolldownOptions: {output: {minify: true}},
      },
    }),
  ].flat();
  const chunks = new Map(output.filter(({type}) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const first = new Set();
  const visit = (name) => {
    if (first.has(name)) return;
    first.add(name);
    for (const next of chunks.get(name)?.imports ?? []) visit(next);
  };
  for (const {isEntry, fileName} of chunks.values()) if (isEntry) visit(fileName);
  const sum = (names) => [...names].reduce((kb, name) => kb + brotliKb(chunks.get(name)?.code ?? ''), 0);
  const kb = sum(first);
  const whole = new Set(first);
  const reach = (name) => {
    whole.add(name);
    const {imports = [], dynamicImports = []} = chunks.get(name) ?? {};
    for (const next of [...imports, ...dynamicImports]) if (!whole.has(next)) reach(next);
  };
  for (const name of first) reach(name);
  const held = kb <= GATE;
  process.stdout.write(
    `${held ? '✔' : '✖'} isp-summary: ${kb.toFixed(1)} kB Brotli (gate ${GATE}); all that it can ever load ${sum(whole).toFixed(1)}\n`,
  );
  return held;
}
