import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {Problem} from '../../src/domain/problem.ts';
import {catalogues, entriesOf, type CatalogueLanguage} from './catalogue.ts';

const languages = Object.keys(catalogues) as CatalogueLanguage[];

/** Words that judge a person. The heading of the section is "Use of services". */
const banned: readonly RegExp[] = [
  /frequent[\s-]?fl[iy]er/iu,
  /super[\s-]?(utili[sz]er|user)/iu,
  /\babuse(r|d|s)?\b/iu,
  /non[\s-]?complian/iu,
  /non[\s-]?adheren/iu,
  /drug[\s-]?seek/iu,
  /\bavoidable\b/iu,
  /\binappropriate (visit|use)/iu,
  /abonnée?s?[\s-](de|à) l.urgence/iu,
  /non[\s-]?observan/iu,
  /\bévitables?\b/iu,
  /\babus(eur|er|if)/iu,
  /surconsomm/iu,
];

const allTexts = (language: CatalogueLanguage): readonly (readonly [string, string])[] =>
  entriesOf(catalogues[language]).flatMap(({path, texts}) => texts.map((text) => [path, text] as const));

/** All texts of a language in which one of these is found, with its place. */
function found(language: CatalogueLanguage, faults: readonly RegExp[]): readonly string[] {
  return allTexts(language)
    .filter(([, text]) => faults.some((fault) => fault.test(text)))
    .map(([path, text]) => `${path}: “${text}”`);
}

test('the list of words finds what it looks for', () => {
  const samples = [
    'frequent flyers',
    'Super-utilizer',
    'an abuser',
    'noncompliant',
    'avoidable visit',
    'abonnée de l’urgence',
    'non observante',
  ];
  for (const sample of samples) {
    assert.ok(
      banned.some((word) => word.test(sample)),
      sample,
    );
  }
});

for (const language of languages) {
  test(`no word of the catalogue judges the person (${language})`, () => {
    assert.deepEqual(found(language, banned), []);
  });

  test(`apostrophes, quotes and dots of the catalogue are typeset (${language})`, () => {
    assert.deepEqual(found(language, [/'/u, /"/u, /\.\.\./u, /``/u, / - /u]), []);
  });
}

test('no source file holds a word that judges the person', () => {
  const files = globSync('src/**/*.{ts,js,json}');
  assert.ok(files.length > 150, `only ${files.length} files were read`);
  const hits = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (banned.some((word) => word.test(line)) ? [`${file}:${at + 1} ${line}`] : [])),
  );
  assert.deepEqual(hits, []);
});

test('French has a no-break space before a colon and inside « », and none before ; ! ? as in Québec', () => {
  const nbsp = '[\\u00a0\\u202f]';
  assert.deepEqual(
    found('fr-CA', [
      // A colon between figures is a time of day.
      new RegExp(`(?<!${nbsp}|\\d):|(?<!${nbsp}):(?!\\d|$)`, 'u'),
      /\s[;!?]/u,
      new RegExp(`«(?!${nbsp})`, 'u'),
      new RegExp(`(?<!${nbsp})»`, 'u'),
      / %/u,
    ]),
    [],
  );
});

test('English has no space before a mark', () => {
  assert.deepEqual(found('en-CA', [/\s[:;!?,.](?!\d)/u]), []);
});

const kinds = {
  offline: true,
  timeout: true,
  cancelled: true,
  'signed-out': true,
  forbidden: true,
  'not-found': true,
  gone: true,
  conflict: true,
  rejected: true,
  unsupported: true,
  unreadable: true,
  busy: true,
  server: true,
  'other-patient': true,
  'held-elsewhere': true,
  unclear: true,
  bug: true,
} satisfies Record<Problem['kind'], true>;

for (const language of languages) {
  for (const kind of Object.keys(kinds) as Problem['kind'][]) {
    test(`“${kind}” says in whole sentences what happened and what to do (${language})`, () => {
      const {happened, toDo} = catalogues[language].problem.words[kind];
      assert.match(happened, /^\p{Lu}.*\.$/u);
      assert.match(toDo, /^\p{Lu}.*\.$/u);
    });
  }
}
