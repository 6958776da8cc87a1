// Tries mutants one after another in this process. What depends on the changed file is loaded afresh for each: the address
// of such a module carries the number of the mutant.
import {globSync, readFileSync} from 'node:fs';
import {registerHooks, stripTypeScriptTypes} from 'node:module';
import {fileURLToPath} from 'node:url';
import {takeTests} from './test-shim.mjs';

const ROOT = new URL('../../', import.meta.url);
const SHIM = new URL('./test-shim.mjs', import.meta.url).href;
const stripped = new Map();
const importers = findImporters();
let changed = {url: '', source: ''};
/** How many imports a module that is loaded afresh lies away from the changed one, by its address. */
let fresh = new Map();
/** The test file that noticed the mutant before: mutants that are neighbors are mostly noticed by the same one. */
let noticedLast = '';
/** Milliseconds that each test file took while nothing was changed, by its path. */
let times = {};

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'node:test') return {url: SHIM, shortCircuit: true};
    const found = next(specifier, context);
    const number = new URL(context.parentURL ?? ROOT).search;
    return number && fresh.has(found.url) ? {...found, url: found.url + number} : found;
  },
  load(url, context, next) {
    const [plain, number] = url.split('?');
    if (!plain.endsWith('.ts') || !plain.startsWith(ROOT.href)) return next(url, context);
    if (number && plain === changed.url)
      return {format: 'module', source: changed.source, shortCircuit: true};
    return {format: 'module', source: strippedOf(plain), shortCircuit: true};
  },
});

process.on('message', ({number, mutant, quick, slow, usual}) => {
  times = mutant ? usual : {};
  void tryMutant(number, mutant, quick, slow).then((killedBy) => process.send({killedBy, times}));
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
    fresh = dependents(url);
    const reached = [...inOrder(quick, mutant), ...inOrder(slow, mutant)];
    process.send({expected: reached.reduce((sum, file) => sum + times[file], 0)});
  }
  return (await failing(number, inOrder(quick, mutant))) ?? (await failing(number, inOrder(slow, mutant)));
}

/** Everything that a change of this module can reach, the nearest first. */
function dependents(url) {
  const found = new Map([[url, 0]]);
  for (const [reached, distance] of found) {
    for (const importer of importers.get(reached) ?? [])
      if (!found.has(importer)) found.set(importer, distance + 1);
  }
  return found;
}

/** The test files that a mutant can reach, those that will probably notice it first. Without a mutant: all. */
function inOrder(files, mutant) {
  if (!mutant) return files;
  const distance = (file) => (file === noticedLast ? -1 : fresh.get(new URL(file, ROOT).href));
  return files
    .filter((file) => distance(file) !== undefined)
    .sort((one, other) => distance(one) - distance(other));
}

/** Who imports whom, of the project's own modules; imports of types alone are gone by then. */
function findImporters() {
  const found = new Map();
  for (const path of globSync(['src/**/*.ts', 'tests/domain/**/*.ts', 'fixtures/**/*.ts'], {
    cwd: fileURLToPath(ROOT),
  })) {
    const url = new URL(path, ROOT).href;
    const source = strippedOf(url);
    for (const [, name] of source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const target = new URL(name, url).href;
      found.set(target, [...(found.get(target) ?? []), url]);
    }
  }
  return found;
}

/** Name of the first test that fails, or null. */
async function failing(number, files) {
  for (const file of files) {
    const started = performance.now();
    try {
      await import(`${new URL(file, ROOT).href}?mutant=${number}`);
    } catch (error) {
      takeTests();
      noticedLast = file;
      return `${file}: ${error.message.split('\n')[0]}`;
    }
    for (const {name, run} of takeTests()) {
      try {
        await run();
      } catch {
        noticedLast = file;
        return name;
      }
    }
    times[file] ??= performance.now() - started;
  }
  return null;
}

function strippedOf(url) {
  let source = stripped.get(url);
  if (source === undefined) {
    source = strip(readFileSync(fileURLToPath(url), 'utf8'));
    stripped.set(url, source);
  }
  return source;
}

function strip(source) {
  return stripTypeScriptTypes(source, {mode: 'strip'});
}
