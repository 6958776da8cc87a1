// The size gates (Brotli 11): what a launch loads before its first content, and everything lazy besides.
// The initial files are read off Vite's manifest: the two pages, their scripts, what those import statically, and the
// panel chunk that the redirect page imports at once.
import {brotliCompressSync, constants} from 'node:zlib';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {ROOT} from './steps.mjs';

const APP = `${ROOT}dist-app/`;
const KB = 1000;
/** Gates in kB, and where they come from: two slow-start flights of TCP carry 43.8 kB. */
const GATES = {initial: 40, launchPage: 1.5, everything: Infinity};
/** Entry modules whose dynamic import belongs to the first content. */
const AT_ONCE = ['../src/define.ts'];

/** Brotli size of a file in kB. */
export function brotliKb(file) {
  const text = readFileSync(file);
  return brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length / KB;
}

/** Files of dist-app that a launch loads before first content, launch page included. */
export function initialFiles() {
  const manifest = JSON.parse(readFileSync(`${APP}.vite/manifest.json`, 'utf8'));
  const files = new Set(['launch.html', 'index.html']);
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) visit(next);
    for (const next of chunk.dynamicImports ?? []) if (AT_ONCE.includes(next)) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return [...files];
}

/** Prints the sizes and says whether the gates hold. */
export function checkSizes() {
  if (!existsSync(`${APP}.vite/manifest.json`)) {
    process.stdout.write('✖ sizes: dist-app is missing\n');
    return false;
  }
  const initial = initialFiles();
  const all = globSync('**/*.{html,js,css}', {cwd: APP});
  const sum = (files) => files.reduce((total, file) => total + brotliKb(`${APP}${file}`), 0);
  const rows = [
    ['initial load', sum(initial), GATES.initial],
    ['launch page before the preloaded chunk', sum(['launch.html']), GATES.launchPage],
    ['everything, lazy parts included', sum(all), GATES.everything],
  ];
  let good = true;
  for (const [what, kb, gate] of rows) {
    const held = kb <= gate;
    good &&= held;
    process.stdout.write(
      `${held ? '✔' : '✖'} ${what}: ${kb.toFixed(1)} kB Brotli (${gate === Infinity ? 'reported' : `gate ${gate}`})\n`,
    );
  }
  process.stdout.write(
    `  initial files: ${initial.map((file) => `${file} ${brotliKb(`${APP}${file}`).toFixed(1)}`).join(', ')}\n`,
  );
  return good;
}
