// Bundles the panel for pages without a bundler (dist/embed/): isp-panel.js, which shows the first content alone, and one
// file with everything after it. Writes their hashes beside them, as the `integrity` of an import map (Subresource
// Integrity).
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {reachedFrom} from './module-graph.ts';
import {brotliKb} from './sizes.mjs';
import {ROOT} from './steps.mjs';

const FOLDER = `${ROOT}dist/embed/`;
const ENTRY = `${ROOT}src/embed.ts`;
const FIRST = 'isp-panel';
/** kB Brotli. They may go down, never up. */
const GATES = {first: 90, more: 145};

/** Builds it; false when a file is over its size, or there are not two. */
export async function buildEmbed() {
  const {build} = await import('vite');
  const [{output}] = [
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      define: {'process.env.NODE_ENV': '"production"'},
      plugins: [sameQuery()],
      build: {
        target: 'es2022',
        outDir: FOLDER,
        emptyOutDir: true,
        reportCompressedSize: false,
        modulePreload: false,
        lib: {entry: ENTRY, formats: ['es'], fileName: () => `${FIRST}.js`},
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            minify: true,
            // The hash keeps a first file of one version from a second of another.
            chunkFileNames: '[name]-[hash].js',
            codeSplitting: {groups: [{name: fileOf()}], includeDependenciesRecursively: false},
          },
        },
      },
    }),
  ].flat();
  const files = output.map(({fileName}) => fileName);
  const hashes = files.map((file) => [
    `./${file}`,
    `sha384-${createHash('sha384')
      .update(readFileSync(`${FOLDER}${file}`))
      .digest('base64')}`,
  ]);
  writeFileSync(`${FOLDER}integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
  return isHeld(files);
}

/**
 * A page may name the first file with a query (`?v=2`); the two then ask for each other with the same one. Without it the
 * second would bring the first once more, with a state of its own. The first has run by then: its exports stand.
 */
function sameQuery() {
  const query = '+new URL(import.meta.url).search';
  const other = String.raw`["'\x60](\./${FIRST}[^"'\x60]*\.js)["'\x60]`;
  return {
    name: 'isp-same-query',
    renderChunk: (code) =>
      code
        .replace(new RegExp(String.raw`\bimport\(${other}\)`, 'gu'), `import("$1"${query})`)
        .replace(
          new RegExp(String.raw`\bimport\s*\{([^}]*)\}\s*from\s*${other};?`, 'gu'),
          (_, names, file) => {
            const members = names.replace(/\bas\b/gu, ':');
            return `const{${members}}=await import("${file}"${query});`;
          },
        ),
  };
}

/** Which file a module goes into: the first holds what the entry imports statically, itself or by way of others. */
function fileOf() {
  let first;
  return (id, graph) => {
    first ??= reachedFrom(ENTRY, (module) => graph.getModuleInfo(module));
    return id === ENTRY || first.has(id) ? FIRST : `${FIRST}-more`;
  };
}

function isHeld(files) {
  const kb = (file) => (file ? brotliKb(`${FOLDER}${file}`) : Infinity);
  const first = kb(files.find((file) => file === `${FIRST}.js`));
  const more = kb(files.find((file) => file !== `${FIRST}.js`));
  const held = files.length === 2 && first <= GATES.first && more <= GATES.more;
  process.stdout.write(
    `${held ? '✔' : '✖'} embed without a bundler: first content ${first.toFixed(1)} kB Brotli (gate ${GATES.first}), ` +
      `the rest ${more.toFixed(1)} (gate ${GATES.more})${files.length === 2 ? '' : `, in ${files.length} files`}\n`,
  );
  return held;
}
