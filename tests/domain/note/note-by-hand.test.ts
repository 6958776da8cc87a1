import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {IspNote} from '../../../src/domain/note/isp-note.ts';
import {printNote} from '../../../src/domain/note/print-note.ts';
import {readNote} from '../../../src/domain/note/read-note.ts';

const plan: IspNote = {
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  written: '2026-11-22T14:03:00-05:00',
  lang: 'fr',
  author: 'Line Tremblay, infirmière',
  status: 'active',
  start: '2026-02-01',
  end: null,
  reviewed: '2026-08-20',
  nextReview: '2027-02-16',
  agreed: 'Mme Gagnon, de vive voix, 2026-02-01',
  other: null,
  whatMatters: {text: 'Rester chez moi.\nVoir mes petits-enfants.', lang: 'fr'},
  strengths: null,
  needs: null,
  barriers: null,
  housing: null,
  income: null,
  transport: null,
  food: null,
  work: null,
  consent: null,
  visibleTo: null,
  meeting: null,
  reason: null,
  contacts: null,
  goals: [
    {
      number: 1,
      words: {text: 'Marcher jusqu’au parc', lang: 'fr'},
      lifecycle: 'active',
      achievement: 'improving',
      clinical: null,
      domain: 'autonomie',
      target: null,
      start: null,
      changed: null,
      due: '2027-01-15',
      reason: null,
      barriers: null,
      importance: 9,
      confidence: 6,
      actions: [
        {
          what: 'Appeler la physiothérapeute',
          status: 'in-progress',
          who: 'Line Tremblay',
          due: '2026-12-05',
          done: null,
          category: 'coordination',
          reason: null,
        },
      ],
    },
  ],
  otherActions: [],
  team: [
    {
      name: 'Dre Roy',
      kind: null,
      role: 'médecin de famille',
      code: null,
      organization: 'GMF du Parc',
      phone: '418 555-0142',
      since: null,
      until: null,
      reason: null,
    },
  ],
  crisis: {signs: 'Essoufflée', self: null, department: null, call: 'Line, 418 555-0100', afterHours: '811'},
};

const french = `PLAN DE SERVICES INDIVIDUALISÉ (PSI) / INDIVIDUALIZED SERVICES PLAN (ISP)
État / Status: actif / active
Rédigé par / Written by: Line Tremblay, infirmière
Début / Start: 2026-02-01
Dernière révision / Last review: 2026-08-20
Prochaine révision / Next review: 2027-02-16
Accord / Agreed: Mme Gagnon, de vive voix, 2026-02-01

CE QUI COMPTE POUR LA PERSONNE / WHAT MATTERS TO THE PERSON
Dans les mots de la personne / In the person’s own words: Rester chez moi.
   | Voir mes petits-enfants.
Langue / Language: fr

OBJECTIFS / GOALS
G1 [actif / active · fr] Marcher jusqu’au parc
Progrès / Progress: en amélioration / improving
D’ici / By: 2027-01-15
Domaine / Domain: autonomie
Importance (0 à 10) / Importance (0-10): 9
Confiance (0 à 10) / Confidence (0-10): 6
A1.1 [en cours / in progress] Appeler la physiothérapeute
Qui / Who: Line Tremblay
D’ici / By: 2026-12-05
Nature / Kind: coordination

PLAN DE CRISE / CRISIS PLAN
Signes d’alerte / Warning signs: Essoufflée
Qui appeler / Whom to call: Line, 418 555-0100
Hors des heures / After hours: 811

ÉQUIPE DE SOINS / CARE TEAM
T1 Dre Roy
Rôle / Role: médecin de famille
Organisme / Organization: GMF du Parc
Téléphone / Phone: 418 555-0142

ISP v1 · id 3f2504e0-4f89-41d3-9a0c-0305e82c3301 · 2026-11-22T14:03:00-05:00 · fr · check `;

test('version 1 of the note, word for word: what stands in records must stay readable', () => {
  const text = printNote(plan);
  assert.equal(text.slice(0, french.length), french);
  assert.match(text.slice(french.length), /^[0-9a-f]{8}\n$/u);
  assert.match(printNote({...plan, lang: 'en'}), /^INDIVIDUALIZED SERVICES PLAN \(ISP\) \/ PLAN DE/u);
});

const bare: IspNote['goals'][number] = {
  ...plan.goals[0]!,
  achievement: null,
  domain: null,
  due: null,
  importance: null,
  confidence: null,
  actions: [],
};

const changes: readonly [name: string, change: (text: string) => string, expected: Partial<IspNote>][] = [
  ['one language of a label', (text) => text.replace('État / Status', 'Status'), {}],
  ['another case', (text) => text.replace('OBJECTIFS / GOALS', 'Objectifs'), {}],
  ['a straight apostrophe', (text) => text.replaceAll('D’ici / By', "D'ici"), {}],
  ['a bullet before a field', (text) => text.replace('Qui / Who:', '- Qui :'), {}],
  ['indented lines', (text) => text.replaceAll('\nT1 ', '\n    T1 '), {}],
  ['a changed status', (text) => text.replace('actif / active\n', 'en pause\n'), {status: 'on-hold'}],
  ['a line taken out', (text) => text.replace(/^Accord.*\n/mu, ''), {agreed: null}],
  [
    'goals with the same number, with none that can be, and with a free one',
    (text) =>
      text.replace(
        '\n\nPLAN DE CRISE',
        '\nG1 Deux\nG0 Trois\nG3 Quatre\nG99999999999999999999 Cinq\n\nPLAN DE CRISE',
      ),
    {
      goals: ['Marcher jusqu’au parc', 'Deux', 'Trois', 'Quatre', 'Cinq'].map((text, at) => ({
        ...bare,
        ...(at === 0 ? plan.goals[0] : {number: [1, 2, 4, 3, 5][at]!, words: {text, lang: null}}),
      })),
    },
  ],
  [
    'a member put in',
    (text) => text.replace('\n\nISP v1', '\nT2 M. Roy\nRôle: conjoint\n\nISP v1'),
    {
      team: [
        ...plan.team,
        {
          name: 'M. Roy',
          kind: null,
          role: 'conjoint',
          code: null,
          organization: null,
          phone: null,
          since: null,
          until: null,
          reason: null,
        },
      ],
    },
  ],
];

for (const [name, change, expected] of changes) {
  test(`changed by hand: ${name}`, () => {
    const text = printNote(plan);
    const changed = change(text);
    assert.notEqual(changed, text);
    assert.deepEqual(readNote(changed), {note: {...plan, ...expected}, intact: false, unread: []});
  });
}

test('changed by hand: a line of no kind is kept and shown', () => {
  const changed = printNote(plan).replace('\n\nOBJECTIFS', '\n\nÀ revoir avec Paul\n\nOBJECTIFS');
  const read = readNote(changed);
  // It stands below what matters and without a label: it belongs to those words.
  assert.equal(read?.note.whatMatters?.text.endsWith('À revoir avec Paul'), true);
  const top = readNote(printNote(plan).replace('\nDébut', '\nÀ revoir avec Paul\nDébut'));
  assert.deepEqual(top, {note: plan, intact: false, unread: ['À revoir avec Paul']});
});

test('changed by hand: a number that stands twice gets a free one, and the first keeps its own', () => {
  const goal = plan.goals[0]!;
  const two = printNote({
    ...plan,
    goals: [
      {...goal, number: 3},
      {...goal, number: 4},
    ],
  });
  const read = readNote(two.replace('\nG4 ', '\nG3 '));
  assert.deepEqual(
    read?.note.goals.map(({number}) => number),
    [3, 1],
  );
});

test('changed by hand: a word of no known meaning is told, and the usual one stands', () => {
  const read = readNote(printNote(plan).replace('[actif / active · fr]', '[presque · fr]'));
  assert.equal(read?.note.goals[0]?.lifecycle, 'active');
  assert.deepEqual(read.unread, ['presque']);
});

test('a note whose last line was taken off is read, but is not taken for untouched', () => {
  const cut = printNote(plan).replace(/\n\nISP v1.*\n$/su, '\n');
  const read = readNote(cut);
  assert.equal(read?.intact, false);
  assert.deepEqual(read.note.goals, plan.goals);
});

for (const [name, other] of [
  ['nothing', ''],
  ['another note', 'SOAP\nS: fatigue\nO: TA 120/80'],
  ['a letter that speaks of a plan', 'Individualized services plan of 3 November: see the chart.'],
] as const) {
  test(`none of the panel's notes: ${name}`, () => assert.equal(readNote(other), null));
}

for (const [typed, importance] of [
  ['0', 0],
  ['10', 10],
  ['11', null],
  ['-1', null],
  ['7.5', null],
  ['high', null],
] as const) {
  test(`changed by hand: importance ${typed} is ${importance ?? 'told as not understood'}`, () => {
    const read = readNote(printNote(plan).replace('(0-10): 9', `(0-10): ${typed}`));
    assert.equal(read?.note.goals[0]?.importance, importance);
    assert.deepEqual(read.unread, importance === null ? [typed] : []);
  });
}

test('changed by hand: a word that looks like a label without its colon is no label', () => {
  const read = readNote(printNote(plan).replace('\nDébut', '\nAccord.\nDébut'));
  assert.deepEqual(read, {note: plan, intact: false, unread: ['Accord.']});
});

test('parts of which there is nothing to say have no heading', () => {
  const bare = printNote({...plan, whatMatters: null, team: [], crisis: null, otherActions: []});
  assert.deepEqual(
    bare.split('\n').filter((line) => /^\p{Lu}{2}[^a-z]* \/ /u.test(line)),
    ['PLAN DE SERVICES INDIVIDUALISÉ (PSI) / INDIVIDUALIZED SERVICES PLAN (ISP)', 'OBJECTIFS / GOALS'],
  );
});

const actionOf = (what: string): IspNote['otherActions'][number] => ({
  what,
  status: 'requested',
  who: null,
  due: null,
  done: null,
  category: null,
  reason: null,
});

test('actions without a goal are numbered from one', () => {
  const text = printNote({...plan, otherActions: [actionOf('Un'), actionOf('Deux')]});
  assert.match(text, /^A0\.1 .*Un$/mu);
  assert.match(text, /^A0\.2 .*Deux$/mu);
});

test('changed by hand: an item outside of its part is no item, and is told', () => {
  const read = readNote(
    printNote(plan)
      .replace('\nG1 [', '\nT7 Somebody\nG1 [')
      .replace('\nT1 ', '\nG7 A goal\nA7.1 An action\nT1 '),
  );
  assert.deepEqual(read?.unread, ['T7 Somebody', 'G7 A goal', 'A7.1 An action']);
  assert.deepEqual(read.note, plan);
});

test('changed by hand: a line that goes on after a heading goes on with nothing, and is told', () => {
  const read = readNote(printNote(plan).replace('\nG1 [', '\n   | adrift\nG1 ['));
  assert.deepEqual(read, {note: plan, intact: false, unread: ['adrift']});
});

test('changed by hand: words beside the label of what matters come after it, each once', () => {
  const beside = readNote(
    printNote(plan).replace('\nLangue / Language: fr', '\nLangue / Language: fr\nSortir\nRire'),
  );
  assert.equal(beside?.note.whatMatters?.text, 'Rester chez moi.\nVoir mes petits-enfants.\nSortir\nRire');
  const alone = readNote(printNote(plan).replace(/^Dans les mots.*\n.*\nLangue.*$/mu, 'Sortir'));
  assert.deepEqual(alone?.note.whatMatters, {text: 'Sortir', lang: null});
});

test('changed by hand: a note without its title is known by its last line, from its first one', () => {
  const read = readNote(printNote(plan).split('\n').slice(1).join('\n'));
  assert.deepEqual(read, {note: plan, intact: false, unread: []});
});

test('a note that is nothing but its last line is a note', () => {
  const lines = printNote(plan).trimEnd().split('\n');
  const read = readNote(lines.at(-1) ?? '');
  assert.equal(read?.note.id, plan.id);
  assert.deepEqual(read.note.goals, []);
});

test('what follows a label is taken as it stands, less the space that belongs to the label', () => {
  for (const typed of ['Accord / Agreed:Roy', 'Accord / Agreed: Roy', 'Accord / Agreed:\u00a0Roy']) {
    assert.equal(readNote(printNote(plan).replace(/^Accord.*$/mu, typed))?.note.agreed, 'Roy');
  }
});
