// Tries mutants one after another in this process. Each has fresh modules: the address of a module carries its number.
import {readFileSync} from 'node:fs';
import {registerHooks, stripTypeScriptTypes} from 'node:module';
import {fileURLToPath} from 'node:url';
import {takeTests} from './test-shim.mjs';

const ROOT = new URL('../../', import.meta.url);
const SHIM = new URL('./test-shim.mjs', import.meta.url).href;
const stripped = new Map();
let changed = {url: '', source: ''};

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'node:test') return {url: SHIM, shortCircuit: true};
    const found = next(specifier, context);
    const number = new URL(context.parentURL ?? ROOT).search;
    const isOwn =
      found.url.startsWith(ROOT.href) && !found.url.includes('/node_modules/') && found.url !== SHIM;
    return isOwn && number ? {...found, url: found.url.replace(/\?.*$/, '') + number} : found;
  },
  load(url, context, next) {
    const [plain, number] = url.split('?');
    if (!number || !plain.endsWith('.ts')) return next(url, context);
    if (plain === changed.url) return {format: 'module', source: changed.source, shortCircuit: true};
    let source = stripped.get(plain);
    if (source === undefined) {
      source = strip(readFileSync(fileURLToPath(plain), 'utf8'));
      stripped.set(plain, source);
    }
    return {format: 'module', source, shortCircuit: true};
  },
});

process.on('message', async ({number, mutant, quick, slow}) => {
  process.send({number, killedBy: await tryMutant(number, mutant, quick, slow)});
});

async function tryMutant(number, mutant, quick, slow) {
  if (mutant) {
    const url = new URL(mutant.file, ROOT).href;
    const text = readFileSync(fileURLToPath(url), 'utf8');
    const source = text.slice(0, mutant.from) + mutant.becomes + text.slice(mutant.to);
    try {
      changed = {url, source: strip(source)};
    } catch {
      return 'syntax';
    }
  }
  return (await failing(number, quick)) ?? (await failing(number, slow));
}

/** Name of the first test that fails, or null. */
async function failing(number, files) {
  for (const file of files) {
    try {
      await import(`${new URL(file, ROOT).href}?mutant=${number}`);
    } catch (error) {
      return `${file}: ${error.message.split('\n')[0]}`;
    }
    for (const {name, run} of takeTests()) {
      try {
        await run();
      } catch {
        return name;
      }
    }
  }
  return null;
}

function strip(source) {
  return stripTypeScriptTypes(source, {mode: 'strip'});
}
