import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseSite} from '../../src/config/site.ts';
import {withAppState} from '../../src/smart/app-state.ts';
import {wrongPlaces, type Schema} from './schema-reader.ts';
import {siteFile} from './site-files.ts';

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('isp-site.schema.json')) as Schema;
const page = read('configuration.md');
const defs = schema['$defs'] as Readonly<Record<string, Schema>>;
const iss = {iss: 'https://ehr.example/fhir', clientId: 'panel'};

/** The objects of the site file whose members are read one by one, with where each stands in a file. */
const OBJECTS: readonly [name: string, within: Schema | undefined, place: (members: unknown) => object][] = [
  ['the file', schema, (members) => members as object],
  ['issuers[0]', defs['issuer'], (members) => ({issuers: [members]})],
  ['counting', defs['counting'], (counting) => ({counting})],
  ['recognition', defs['recognition'], (recognition) => ({recognition})],
  ['followUp', defs['followUp'], (followUp) => ({followUp})],
  ['features', propertiesOf(schema)['features'], (features) => ({features})],
];

function propertiesOf(object: Schema | undefined): Readonly<Record<string, Schema>> {
  return (object?.['properties'] ?? {}) as Readonly<Record<string, Schema>>;
}

/** Names of the members that the check asks for. */
function askedFor(place: (members: unknown) => object): readonly string[] {
  const asked = new Set<string>();
  const spy = new Proxy(
    {},
    {
      getOwnPropertyDescriptor(_, name) {
        asked.add(String(name));
        return undefined;
      },
    },
  );
  parseSite(place(spy));
  return [...asked].sort();
}

/** A place as both sides name it: a criterion is right or wrong as a whole, and `custom` is what its preset lacks. */
function comparable(places: readonly string[]): readonly string[] {
  return [
    ...new Set(places.map((one) => one.replace(/^counting\.(custom\b.*|criterion)$/u, 'counting.criterion'))),
  ].sort();
}

const wrongToTheCheck = (file: unknown): readonly string[] =>
  comparable(parseSite(file).notices.map(({path}) => path));
const wrongToTheSchema = (file: unknown): readonly string[] => comparable(wrongPlaces(file, schema));

/** What comes of a file, whatever keys it has. */
function checked(file: unknown): unknown {
  const {site, notices} = parseSite(file);
  return {site, notices};
}

describe('the schema of the site file', () => {
  for (const [name, object, place] of OBJECTS) {
    it(`knows the same keys as the check: ${name}`, () => {
      assert.deepEqual(
        askedFor(place),
        Object.keys(propertiesOf(object))
          .filter((key) => key !== '$schema')
          .sort(),
      );
    });

    it(`says of each key what it does and what holds without it: ${name}`, () => {
      const required = (object?.['required'] ?? []) as readonly string[];
      for (const [key, own] of Object.entries(propertiesOf(object))) {
        assert.match(String(own['description']), /.{10}\.$/u, key);
        // Required keys have no default; the one of fhirBase is the iss.
        if (key === '$schema' || key === 'fhirBase' || required.includes(key)) continue;
        const members = required.length > 0 ? iss : {};
        assert.ok(Object.hasOwn(own, 'default'), `${key} has a default`);
        assert.deepEqual(
          checked(place({...members, [key]: own['default']})),
          checked(place(members)),
          `${key}: the default is the one of the check`,
        );
      }
    });
  }

  it('calls the same values right and wrong as the check, in 1,000 random files', () => {
    let right = 0;
    const wrong = new Set<string>();
    fc.assert(
      fc.property(siteFile, (file) => {
        const places = wrongToTheCheck(file);
        assert.deepEqual(wrongToTheSchema(file), places);
        if (places.length === 0) right += 1;
        for (const one of places)
          wrong.add(
            one
              .replace(/\[\d\]/gu, '')
              .split('.')
              .slice(0, 2)
              .join('.'),
          );
      }),
      {numRuns: 1000, seed: 20261122},
    );
    // Else the files would say nothing: some are wholly right, and each key was wrong at least once.
    assert.ok(right >= 20, `${right} files were right`);
    const keys = OBJECTS.flatMap(([name, object]) =>
      Object.keys(propertiesOf(object))
        .filter((key) => key !== '$schema')
        .map((key) => (name === 'the file' ? key : `${name.replace('[0]', '')}.${key}`)),
    );
    assert.deepEqual(
      keys.filter((key) => key !== 'counting.custom' && !wrong.has(key)),
      [],
    );
  });

  it('leaves to the check what no schema can tell', () => {
    for (const [file, path] of [
      [{zone: 'Mars/Base'}, 'zone'],
      [{issuers: [iss, iss]}, 'issuers[1]'],
    ] as const) {
      assert.deepEqual(wrongToTheSchema(file), []);
      assert.deepEqual(wrongToTheCheck(file), [path]);
    }
  });
});

function examplesOf(text: string): readonly object[] {
  return [...text.matchAll(/```json\n([\s\S]*?)```/gu)].map(([, json]) => JSON.parse(json ?? '') as object);
}

describe('the page on configuration', () => {
  for (const [name, object] of OBJECTS) {
    it(`has a line for every key: ${name}`, () => {
      for (const [key, own] of Object.entries(propertiesOf(object))) {
        assert.match(page, new RegExp(`^\\| \`${key.replace('$', '\\$')}\``, 'mu'), key);
        for (const rule of String(own['description']).match(/\bR\d+\b/gu) ?? []) {
          assert.match(page, new RegExp(`^\\| \`${key}\`.*\\b${rule}\\b`, 'mu'), `${key}: ${rule}`);
        }
      }
    });
  }

  it('has an example of settings in the record that the panel uses as they stand', async () => {
    const resource = examplesOf(page).find((one) => 'resourceType' in one);
    const text = JSON.stringify({resourceType: 'Bundle', type: 'searchset', entry: [{resource}]});
    const transport = {request: () => Promise.resolve({status: 200, header: () => null, text})};
    const {site, notices} = await withAppState({scopes: 'user/Basic.s', transport}, parseSite({}));
    assert.deepEqual(notices, []);
    assert.deepEqual([site.counting.recordsStart, site.followUp], ['2021-04-01', {contactEveryDays: 7}]);
  });

  it('has examples of which every value is right', () => {
    const examples = examplesOf(page).filter((one) => !('resourceType' in one));
    assert.ok(examples.length > 0);
    for (const file of examples) {
      assert.deepEqual(wrongToTheSchema(file), []);
      assert.deepEqual(parseSite(file).notices, []);
    }
  });
});
