import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {fixedPaths} from '../../src/i18n/own-words.ts';

// docs/embedding.md is what a vendor reads: everything that the element makes public stands there, and nothing that does
// not exist.

interface Member {
  readonly kind: string;
  readonly name: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly description?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly events?: readonly {readonly name: string; readonly description?: string}[];
  readonly cssParts?: readonly {readonly name: string; readonly description?: string}[];
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Names of all keys that a schema knows, at every depth. */
function keysOf({properties = {}, items}: Schema): readonly string[] {
  const own = Object.entries(properties).flatMap(([key, below]) => [key, ...keysOf(below)]);
  return [...own, ...(items ? keysOf(items) : [])].filter((key) => key !== '$schema');
}

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const docs = read('docs/embedding.md');
const {modules} = JSON.parse(read('docs/custom-elements.json')) as {
  modules: {declarations?: Declaration[]}[];
};
const elementOf = (tag: string): Declaration | undefined =>
  modules.flatMap(({declarations}) => declarations ?? []).find(({tagName}) => tagName === tag);
const membersOf = (element: Declaration | undefined): readonly Member[] =>
  (element?.members ?? []).filter(
    ({privacy, static: own}) => privacy !== 'private' && privacy !== 'protected' && !own,
  );
const panel = elementOf('isp-panel');
const summary = elementOf('isp-summary');
const members = membersOf(panel);

/** The first cell of every row below a heading, without its marks. */
function documented(heading: string, below?: string): readonly string[] {
  const part = docs.split(/^## /mu).find((text) => text.startsWith(heading)) ?? '';
  const [before = '', ...rest] = part.split(/^### /mu);
  return (below ? (rest.find((text) => text.startsWith(below)) ?? '') : before)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([^`(]+)(?:\([^`]*\))?`/gu)].map(([, name]) => name ?? ''),
    );
}

it('names every property, and no other', () => {
  const fields = members.filter(({kind}) => kind === 'field').map(({name}) => name);
  assert.deepEqual(documented('What you set').toSorted(), fields.toSorted());
});

it('names the attribute of every property that has one', () => {
  for (const {name, attribute} of members) {
    if (attribute) assert.match(docs, new RegExp(`\\| \`${name}\` +\\| \`${attribute}\` +\\|`, 'u'));
  }
});

it('names every method, and no other', () => {
  const methods = members.filter(({kind}) => kind === 'method').map(({name}) => name);
  assert.deepEqual(documented('What you can ask').toSorted(), methods.toSorted());
});

it('names every event, and no other', () => {
  const events = (panel?.events ?? []).map(({name}) => name);
  assert.deepEqual(documented('What it tells').toSorted(), events.toSorted());
  assert.deepEqual(
    [
      ...new Set(
        [...read('src/elements/panel/panel-api.ts').matchAll(/'(isp-[a-z-]+)'/gu)].map(
          ([, name]) => name ?? '',
        ),
      ),
    ].toSorted(),
    events.toSorted(),
  );
});

it('names every part, and no other', () => {
  assert.deepEqual(
    documented('Its look', 'Parts').toSorted(),
    (panel?.cssParts ?? []).map(({name}) => name).toSorted(),
  );
  const drawn = ['panel-head.ts', 'section-layout.ts', 'isp-panel.ts'].flatMap((file) =>
    [...read(`src/elements/panel/${file}`).matchAll(/ part="([a-z-]+)"/gu)].map(([, name]) => name ?? ''),
  );
  assert.deepEqual(drawn.toSorted(), (panel?.cssParts ?? []).map(({name}) => name).toSorted());
});

it('names every key of the site file in configuration.md', () => {
  const configuration = read('docs/configuration.md');
  const schema = JSON.parse(read('docs/isp-site.schema.json')) as Schema;
  assert.deepEqual(
    keysOf(schema).filter((key) => !new RegExp(`\\b${key}\\b`, 'u').test(configuration)),
    [],
  );
});

it('names every property and event of the summary, and no other', () => {
  const text = docs.split(/^## /mu).find((part) => part.startsWith('A summary')) ?? '';
  const own = membersOf(summary).map(({name}) => name);
  const listed = [...text.matchAll(/`([A-Za-z-]+)(?:\(\))?`/gu)].map(([, name]) => name ?? '');
  assert.deepEqual(
    own.filter((name) => !listed.includes(name)),
    [],
  );
  const events = (summary?.events ?? []).map(({name}) => name);
  assert.deepEqual(
    listed
      .filter((name) => name.startsWith('isp-') && name !== 'isp-panel' && name !== 'isp-summary')
      .toSorted(),
    events.toSorted(),
  );
});

it('names every word that a host cannot replace', () => {
  const text = docs.split(/^## /mu).find((part) => part.startsWith('Words of your own')) ?? '';
  assert.deepEqual(
    fixedPaths.filter((path) => !text.includes(`\`${path}\``)),
    [],
  );
});

it('names every custom property, and no other', () => {
  const used = new Set(
    [...read('src/elements/shared/tokens.ts').matchAll(/var\((--isp-[a-z-]+)/gu)].map(
      ([, name]) => name ?? '',
    ),
  );
  assert.deepEqual(documented('Its look').toSorted(), [...used].toSorted());
});

it('describes each of them in the code too', () => {
  const silent = [
    ...members.filter(({description}) => !description),
    ...membersOf(summary).filter(({description}) => !description),
    ...[...(panel?.events ?? []), ...(summary?.events ?? []), ...(panel?.cssParts ?? [])].filter(
      ({description}) => !description,
    ),
  ];
  assert.deepEqual(
    silent.map(({name}) => name),
    [],
  );
});
