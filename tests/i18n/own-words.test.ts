import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {every as en} from '../../src/i18n/en/every.ts';
import {every as fr} from '../../src/i18n/fr/every.ts';
import {loadLocalization, loadOwnWords, plainWords, type OwnWords} from '../../src/i18n/index.ts';
import {fixedPaths, ownWords, type WordChanges} from '../../src/i18n/own-words.ts';
import {catalogues, entriesOf, type Entry} from './catalogue.ts';

const languages = ['en-CA', 'fr-CA'] as const;
const every = {'en-CA': en, 'fr-CA': fr};

/** What is said at a path, with the words of a host in it. */
function saidAt(own: OwnWords, language: (typeof languages)[number], path: string): unknown {
  const [name = '', ...keys] = path.split('.');
  let node: unknown = own.in((every[language] as Record<string, unknown>)[name]);
  for (const key of keys) node = (node as Record<string, unknown>)[key];
  return node;
}

/** A wish for one path. */
function wishFor(path: string, words: unknown): object {
  const [name = '', ...keys] = path.split('.');
  return {[name]: keys.length === 0 ? words : wishFor(keys.join('.'), words)};
}

const isFixed = ({path}: Entry): boolean =>
  fixedPaths.some((fixed) => path === fixed || path.startsWith(`${fixed}.`));

const long = 'x'.repeat(1000);

const taken: readonly [what: string, path: string, words: string][] = [
  ['a heading', 'plan.heading', 'Coordinated care plan'],
  ['a text of the frame', 'panel.refresh', 'Anew'],
  ['a text deep inside', 'planDetails.meeting.labels.present', 'There:'],
  ['a text of a list', 'planDetails.meeting.screens.0', 'What counts'],
  ['a text beside fixed ones', 'use.none', 'Nothing here.'],
  ['a text as long as one may be', 'team.heading', long],
  ['a text that looks like HTML, as text', 'plan.heading', '<b>Plan</b>'],
];

for (const [what, path, words] of taken) {
  test(`${what} is replaced in each language, and what stands beside it stays`, async () => {
    for (const language of languages) {
      const own = await ownWords({[language]: wishFor(path, words)});
      assert.deepEqual(own.refused, []);
      const name = path.split('.')[0] ?? '';
      const before = entriesOf((every[language] as Record<string, unknown>)[name], name);
      const after = entriesOf(saidAt(own, language, name), name);
      assert.deepEqual(
        after,
        before.map((entry) => (entry.path === path ? {...entry, texts: [words]} : entry)),
      );
    }
  });
}

test('texts of a list are replaced by a list as well, and it stays one', async () => {
  const own = await ownWords({'en-CA': {planDetails: {meeting: {screens: ['One', 'Two']}}}});
  assert.deepEqual(own.refused, []);
  assert.deepEqual(saidAt(own, 'en-CA', 'planDetails.meeting.screens'), [
    'One',
    'Two',
    ...en.planDetails.meeting.screens.slice(2),
  ]);
});

const cycle: Record<string, unknown> = {heading: 'Round'};
cycle['lifecycle'] = cycle;
cycle['self'] = cycle;
let deep: unknown = 'x';
for (let depth = 0; depth < 50_000; depth += 1) deep = {heading: deep};

type Refusal = readonly [what: string, changes: unknown, refused: readonly string[]];

const refusals: readonly Refusal[] = [
  ['a number for a text', {'en-CA': {plan: {heading: 1}}}, ['messages.en-CA.plan.heading']],
  ['null for a text', {'fr-CA': {plan: {heading: null}}}, ['messages.fr-CA.plan.heading']],
  ['an empty text', {'fr-CA': {plan: {heading: ''}}}, ['messages.fr-CA.plan.heading']],
  ['a text of spaces', {'fr-CA': {plan: {heading: ' \u00a0'}}}, ['messages.fr-CA.plan.heading']],
  ['a text that is too long', {'en-CA': {plan: {heading: `${long}x`}}}, ['messages.en-CA.plan.heading']],
  ['a function for a text', {'en-CA': {plan: {heading: () => 'x'}}}, ['messages.en-CA.plan.heading']],
  ['words below a text', {'en-CA': {plan: {heading: {a: 'x'}}}}, ['messages.en-CA.plan.heading']],
  ['a text object', {'en-CA': {plan: {heading: new String('x')}}}, ['messages.en-CA.plan.heading']],
  ['a text for a function', {'en-CA': {plan: {openGoals: 'x'}}}, ['messages.en-CA.plan.openGoals']],
  ['a function for a function', {'en-CA': {plan: {openGoals: () => 'x'}}}, ['messages.en-CA.plan.openGoals']],
  ['words below a function', {'en-CA': {plan: {openGoals: {name: 'x'}}}}, ['messages.en-CA.plan.openGoals']],
  ['a text for a group', {'en-CA': {plan: {lifecycle: 'x'}}}, ['messages.en-CA.plan.lifecycle']],
  ['a text for a catalogue', {'en-CA': {plan: 'x'}}, ['messages.en-CA.plan']],
  ['a list for a catalogue', {'en-CA': {plan: ['x']}}, ['messages.en-CA.plan']],
  ['a key that is not known', {'en-CA': {plan: {headin: 'x'}}}, ['messages.en-CA.plan.headin']],
  ['a catalogue that is not known', {'en-CA': {plans: {heading: 'x'}}}, ['messages.en-CA.plans']],
  ['the words of a launch', {'en-CA': {launch: {heading: 'x'}}}, ['messages.en-CA.launch']],
  ['the words of the command line', {'en-CA': {cli: {heading: 'x'}}}, ['messages.en-CA.cli']],
  ['a language that is not known', {es: {plan: {heading: 'x'}}}, ['messages.es']],
  ['a language without its country', {fr: {plan: {heading: 'x'}}}, ['messages.fr']],
  ['null for a language', {'en-CA': null}, ['messages.en-CA']],
  ['a text for a language', {'en-CA': 'x'}, ['messages.en-CA']],
  ['a list for a language', {'en-CA': ['x']}, ['messages.en-CA.0']],
  ['a text for everything', 'x', ['messages']],
  ['a number for everything', 7, ['messages']],
  ['a list for everything', ['x'], ['messages.0']],
  [
    'the length of a list',
    {'en-CA': {planDetails: {meeting: {screens: {length: 'x'}}}}},
    ['messages.en-CA.planDetails.meeting.screens.length'],
  ],
  [
    'a place that a list does not have',
    {'en-CA': {planDetails: {meeting: {screens: {9: 'x'}}}}},
    ['messages.en-CA.planDetails.meeting.screens.9'],
  ],
  ...fixedPaths.map(
    (path) =>
      [
        `what says ${path}, whole`,
        {'fr-CA': wishFor(path, {heading: 'x'})},
        [`messages.fr-CA.${path}`],
      ] as const,
  ),
  [
    'the prototype',
    JSON.parse('{"__proto__":{"x":"y"},"en-CA":{"__proto__":{"x":"y"},"plan":{"__proto__":{"x":"y"}}}}'),
    ['messages.__proto__', 'messages.en-CA.__proto__', 'messages.en-CA.plan.__proto__'],
  ],
  [
    'what every object inherits',
    {
      constructor: {x: 'y'},
      'en-CA': {constructor: {x: 'y'}, plan: {constructor: {prototype: {x: 'y'}}, toString: 'x'}},
    },
    [
      'messages.constructor',
      'messages.en-CA.constructor',
      'messages.en-CA.plan.constructor',
      'messages.en-CA.plan.toString',
    ],
  ],
  [
    'words that hold themselves',
    {'en-CA': {plan: cycle}},
    ['messages.en-CA.plan.lifecycle.heading', 'messages.en-CA.plan.lifecycle.lifecycle'].concat(
      'messages.en-CA.plan.lifecycle.self',
      'messages.en-CA.plan.self',
    ),
  ],
  ['words without an end', {'en-CA': {plan: deep}}, ['messages.en-CA.plan.heading']],
  [
    'a key without an end',
    {'en-CA': {plan: {['k'.repeat(5000)]: 'x'}}},
    [`messages.en-CA.plan.${'k'.repeat(180)}…`],
  ],
];

for (const [what, changes, refused] of refusals) {
  test(`${what} is refused with its path, and the rest holds`, async () => {
    const before = languages.map((language) => JSON.stringify(entriesOf(every[language])));
    const own = await ownWords(changes);
    assert.deepEqual(own.refused, refused);
    assert.equal(Object.hasOwn(Object.prototype, 'x'), false);
    assert.equal(Object.getPrototypeOf(own.in(en.plan)), Object.prototype);
    assert.equal(typeof own.in(en.plan).openGoals(2), 'string');
    assert.deepEqual(
      languages.map((language) => JSON.stringify(entriesOf(every[language]))),
      before,
    );

    if (typeof changes !== 'object' || Array.isArray(changes)) return;
    const {'en-CA': theirs} = changes as {'en-CA'?: unknown};
    const others = typeof theirs === 'object' && !Array.isArray(theirs) ? theirs : {};
    const more = await ownWords({...changes, 'en-CA': {...others, team: {heading: 'The circle'}}});
    assert.equal(more.in(en.team).heading, 'The circle');
  });
}

test('every text of every catalogue but those that are fixed can be replaced, and nothing else', async () => {
  for (const language of languages) {
    const {launch: _launch, cli: _cli, ...panel} = catalogues[language];
    const entries = entriesOf(panel);
    const wish: Record<string, unknown> = {};
    for (const {path} of entries) {
      const keys = path.split('.');
      let at = wish;
      for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
      at[keys.at(-1) ?? ''] = `own ${path}`;
    }
    const own = await ownWords({[language]: wish});
    const after = Object.fromEntries(Object.entries(panel).map(([name, words]) => [name, own.in(words)]));
    assert.deepEqual(
      entriesOf(after)
        .filter(({texts: [text], path}) => text === `own ${path}`)
        .map(({path}) => path),
      entries.filter((entry) => entry.kind === 'text' && !isFixed(entry)).map(({path}) => path),
    );
    assert.deepEqual(
      own.refused.toSorted(),
      [
        ...entries.filter((entry) => entry.kind === 'function' && !isFixed(entry)).map(({path}) => path),
        ...fixedPaths,
      ]
        .map((path) => `messages.${language}.${path}`)
        .toSorted(),
    );
  }
});

test('every file of words is among the catalogues, but those of the launch and of the command line', async () => {
  const apart = new Set(['core.ts', 'every.ts', 'index.ts', 'sections.ts', 'launch.ts', 'cli.ts']);
  for (const [language, folder] of [
    ['en-CA', 'en'],
    ['fr-CA', 'fr'],
  ] as const) {
    const place = new URL(`../../src/i18n/${folder}/`, import.meta.url);
    const known = new Set<unknown>(Object.values(every[language]));
    for (const file of readdirSync(place).filter((name) => !apart.has(name))) {
      const members = Object.values((await import(new URL(file, place).href)) as object);
      assert.ok(
        members.some((member) => known.has(member)),
        `${folder}/${file}`,
      );
    }
  }
});

test('what is fixed is in the catalogues', () => {
  const paths = entriesOf(en).map(({path}) => path);
  for (const fixed of fixedPaths)
    assert.ok(
      paths.some((path) => path === fixed || path.startsWith(`${fixed}.`)),
      fixed,
    );
});

test('a localization has the host’s words in each of its catalogues, and keeps its own for others', async () => {
  const plain = await loadLocalization('fr-CA', 'America/Toronto');
  const own = await ownWords({
    'fr-CA': {plan: {heading: 'Plan de soins'}},
    'en-CA': {plan: {heading: 'Care plan'}},
  });
  const words = own.over(plain);
  assert.equal(words.messages.plan.heading, 'Plan de soins');
  assert.equal(words.messages.team, plain.messages.team);
  assert.equal(words.own, own);
  assert.equal(plain.messages.plan.heading, fr.plan.heading);
  assert.equal(
    own.over(await loadLocalization('en-CA', 'America/Toronto')).messages.plan.heading,
    'Care plan',
  );
});

test('a catalogue with the host’s words is the same object each time; one without is as it is', async () => {
  const own = await ownWords({'en-CA': {due: {heading: 'Now'}}});
  assert.equal(own.in(en.due), own.in(en.due));
  assert.notEqual(own.in(en.due), en.due);
  assert.equal(own.in(own.in(en.due)), own.in(en.due));
  assert.equal(own.in(fr.due), fr.due);
  assert.equal(own.in(en.actions), en.actions);
  const none = await ownWords({'en-CA': {plan: {headin: 'x', lifecycle: {acti: 'x'}}}});
  assert.equal(none.in(en.plan), en.plan);
  assert.equal(own.in(null), null);
});

test('two hosts on one page have each their own', async () => {
  const [one, other] = await Promise.all(
    ['One', 'Other'].map((heading) => ownWords({'en-CA': {plan: {heading}}} satisfies WordChanges)),
  );
  assert.deepEqual(
    [one, other, plainWords].map((own) => own?.in(en.plan).heading),
    ['One', 'Other', en.plan.heading],
  );
});

test('without words of a host nothing is loaded or changed', async () => {
  assert.equal(await loadOwnWords(null), plainWords);
  assert.equal(plainWords.in(en.plan), en.plan);
});
