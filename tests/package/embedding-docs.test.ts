import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';

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
}

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const docs = read('docs/embedding.md');
const {modules} = JSON.parse(read('docs/custom-elements.json')) as {
  modules: {declarations?: Declaration[]}[];
};
const panel = modules
  .flatMap(({declarations}) => declarations ?? [])
  .find(({tagName}) => tagName === 'isp-panel');
const members = (panel?.members ?? []).filter(({privacy, static: own}) => privacy !== 'private' && !own);

/** The first cell of every row below a heading, without its marks. */
function documented(heading: string): readonly string[] {
  const part = docs.split(/^## /mu).find((text) => text.startsWith(heading)) ?? '';
  return part
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
    [...read('src/elements/panel-api.ts').matchAll(/'(isp-[a-z-]+)'/gu)]
      .map(([, name]) => name ?? '')
      .toSorted(),
    events.toSorted(),
  );
});

it('names every custom property, and no other', () => {
  const used = new Set(
    [...read('src/elements/tokens.ts').matchAll(/var\((--isp-[a-z-]+)/gu)].map(([, name]) => name ?? ''),
  );
  assert.deepEqual(documented('Its look').toSorted(), [...used].toSorted());
});

it('describes each of them in the code too', () => {
  const silent = [
    ...members.filter(({description}) => !description),
    ...(panel?.events ?? []).filter(({description}) => !description),
  ];
  assert.deepEqual(
    silent.map(({name}) => name),
    [],
  );
});
