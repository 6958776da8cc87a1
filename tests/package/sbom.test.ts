import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {billOfMaterials} from '../../scripts/sbom.mjs';

const root = new URL('../../', import.meta.url);
const lock: unknown = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
const bill = billOfMaterials(lock);
const names = bill.components.map(({name}) => name);

/** Packages that the published code imports by name. */
function imported(): Set<string> {
  const found = new Set<string>();
  for (const file of globSync('src/**/*.ts', {cwd: root})) {
    const text = readFileSync(new URL(file, root), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom |\bimport\(|^import )'([@a-z][\w@/.-]*)'/gmu)) {
      const parts = specifier.split('/');
      found.add(parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return found;
}

test('the bill of materials lists every package that the published code imports, fhirclient (an optional peer) aside', () => {
  const missing = [...imported()].filter((name) => !names.includes(name) && name !== 'fhirclient');
  assert.deepEqual(missing, []);
});

test('at most 30 packages come with the library, each with its version, licence and hash', () => {
  assert.ok(names.length >= 5 && names.length <= 30, `${names.length}: ${names.join(', ')}`);
  for (const {name, version, purl, licenses, hashes} of bill.components) {
    assert.match(version, /^\d+\.\d+\.\d+/u, name);
    assert.equal(purl, `pkg:npm/${name.replace('@', '%40')}@${version}`);
    assert.ok(licenses[0]?.license.id, `${name} has no licence`);
    assert.match(hashes[0]?.content ?? '', /^[0-9a-f]{128}$/u, name);
  }
});

test('what depends on what is told to the end', () => {
  const refs = new Set(bill.dependencies.map(({ref}) => ref));
  const dangling = bill.dependencies.flatMap(({dependsOn}) => dependsOn.filter((ref) => !refs.has(ref)));
  assert.deepEqual(dangling, []);
});
