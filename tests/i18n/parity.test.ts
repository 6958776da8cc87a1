import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogues, entriesOf, type Entry} from './catalogue.ts';

const shape = (entries: readonly Entry[]): readonly string[] =>
  entries.map(({path, kind}) => `${path} (${kind})`).sort();

/** What is said by saying nothing: the record itself among its sources. */
const silent = ['proof.detail.role.own'];

const english = entriesOf(catalogues['en-CA']);
const french = entriesOf(catalogues['fr-CA']);

test('both languages have the same messages at every depth, texts as texts and functions as functions', () => {
  assert.deepEqual(shape(french), shape(english));
  assert.ok(english.length > 250, `only ${english.length} messages were found`);
});

for (const [language, entries] of [
  ['English', english],
  ['French', french],
] as const) {
  test(`every message in ${language} says something, and nothing that leaked from the code`, () => {
    const wrong = entries.filter(
      ({path, texts}) =>
        !silent.includes(path) &&
        (texts.length === 0 ||
          texts.some((text) => text.trim() === '' || /undefined|null|NaN|\[object|=>/u.test(text))),
    );
    assert.deepEqual(
      wrong.map(({path, texts}) => `${path}: ${texts.join(' | ')}`),
      [],
    );
  });

  test(`no message in ${language} has spaces at its ends or two in a row`, () => {
    const wrong = entries.flatMap(({path, texts}) =>
      texts.filter((text) => text !== text.trim() || / {2}/u.test(text)).map((text) => `${path}: “${text}”`),
    );
    assert.deepEqual(wrong, []);
  });
}

test('the line of the plan says what is known, and no more, in both languages', () => {
  const statuses = ['draft', 'active', 'on-hold', 'completed', 'revoked', 'unknown'] as const;
  for (const {plan} of [catalogues['en-CA'], catalogues['fr-CA']]) {
    for (const status of statuses) {
      const bare = plan.line(status, null, null);
      const full = plan.line(status, '22 avril 2026', '1er mai 2026');
      assert.doesNotMatch(bare, /null|2026/u);
      assert.match(full, /2026/u);
    }
  }
});

test('no sentence was left in the other language', () => {
  const others = new Map(english.map(({path, texts}) => [path, texts]));
  const same = french.filter(
    ({path, kind, texts: [text]}) => kind === 'text' && text?.includes(' ') && others.get(path)?.[0] === text,
  );
  assert.deepEqual(
    same.map(({path}) => path),
    [],
  );
});
