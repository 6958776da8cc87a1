// Writes dist/sbom.cdx.json: what a page that uses the library gets with it (CycloneDX 1.6), from the lock file. `npm
// sbom` leaves out what the tools of the project use as well, which is most of it.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {ROOT} from './steps.mjs';

/** The bill of materials as a value: the same bytes for the same lock file. */
export function billOfMaterials(lock) {
  const own = lock.packages[''];
  const found = new Map();
  const optional = Object.keys(own.peerDependenciesMeta ?? {}).filter(
    (name) => own.peerDependenciesMeta[name].optional,
  );
  const visit = (name) => {
    const entry = lock.packages[`node_modules/${name}`];
    if (entry === undefined) throw new Error(`${name} is not in package-lock.json`);
    if (found.has(name)) return;
    found.set(name, entry);
    for (const next of Object.keys(entry.dependencies ?? {})) visit(next);
  };
  for (const name of Object.keys(own.dependencies ?? {})) visit(name);
  const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const reference = (name) => purl(name, found.get(name).version);
  const main = purl(own.name, own.version);
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'library',
        'bom-ref': main,
        name: own.name,
        version: own.version,
        licenses: [{license: {id: own.license}}],
        purl: main,
        ...(optional.length === 0
          ? {}
          : {properties: [{name: 'optional peers', value: optional.join(', ')}]}),
      },
    },
    components: sorted.map(([name, entry]) => ({
      type: 'library',
      'bom-ref': reference(name),
      name,
      version: entry.version,
      scope: 'required',
      licenses: [{license: {id: entry.license}}],
      purl: reference(name),
      hashes: [{alg: 'SHA-512', content: Buffer.from(entry.integrity.slice(7), 'base64').toString('hex')}],
    })),
    dependencies: [
      {ref: main, dependsOn: Object.keys(own.dependencies ?? {}).map(reference)},
      ...sorted.map(([name, entry]) => ({
        ref: reference(name),
        dependsOn: Object.keys(entry.dependencies ?? {}).map(reference),
      })),
    ],
  };
}

/** Writes it beside the library. */
export function writeSbom() {
  const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'));
  mkdirSync(`${ROOT}dist`, {recursive: true});
  writeFileSync(`${ROOT}dist/sbom.cdx.json`, `${JSON.stringify(billOfMaterials(lock), null, 2)}\n`);
  return true;
}
