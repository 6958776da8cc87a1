import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {contactModes, type NewContact} from '../../src/domain/follow-up/contact.ts';
import {
  contactLine,
  oneLine,
  readContactLines,
  withdrawnLine,
  type LogContext,
} from '../../src/fhir/contact-lines.ts';

const context: LogContext = {
  patientId: 'p1',
  zone: 'America/Toronto',
  goals: [{id: 'g1', words: 'Marcher jusqu’au parc'}],
};
const call: NewContact = {
  mode: 'phone',
  reached: true,
  party: {kind: 'text', reference: null, name: 'Marie Roy'},
  day: '2026-11-22',
  goalIds: ['g1'],
  note: {text: 'Dort mieux — dit-elle.\nRappeler vendredi.', lang: 'fr-CA'},
  next: {day: '2026-12-06', every: 14, text: 'Apporter le pilulier'},
};
const facts = {time: '10:04', goal: 'Marcher jusqu’au parc', by: 'Line Fictive'};

test('a contact is a line that people read, in English and in French', () => {
  assert.equal(
    contactLine(call, {...facts, lang: 'en-CA'}),
    '2026-11-22 10:04 — phone — reached — with: Marie Roy — about: Marcher jusqu’au parc — by: Line Fictive — ' +
      'next contact: 2026-12-06, every 14 days Apporter le pilulier — note: Dort mieux, dit-elle. Rappeler vendredi.',
  );
  assert.equal(
    contactLine(call, {...facts, lang: 'fr-CA'}),
    '2026-11-22 10:04 — téléphone — personne jointe — avec\u00a0: Marie Roy — à propos de\u00a0: Marcher jusqu’au parc — ' +
      'par\u00a0: Line Fictive — prochain contact\u00a0: 2026-12-06, aux 14 jours Apporter le pilulier — ' +
      'note\u00a0: Dort mieux, dit-elle. Rappeler vendredi.',
  );
});

for (const lang of ['en-CA', 'fr-CA']) {
  test(`what a line says is read back, whatever was typed (${lang})`, () => {
    const words = fc.oneof(
      fc.string({maxLength: 30}),
      fc.constantFrom('a — b', 'note: x', 'reached', '2026-01-01', 'avec : y'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...contactModes),
        fc.boolean(),
        words,
        words,
        fc.option(fc.integer({min: 1, max: 90}), {nil: null}),
        (mode, reached, note, name, every) => {
          const contact: NewContact = {
            ...call,
            mode,
            reached,
            party:
              oneLine(name) === ''
                ? {kind: 'patient', reference: 'Patient/p1', name: null}
                : {...call.party, name},
            note: {text: note, lang: null},
            next: every === null ? null : {day: '2026-12-06', every, text: null},
          };
          const line = contactLine(contact, {...facts, lang});
          assert.ok(!/[\r\n]/u.test(line));
          const [read, ...others] = readContactLines(line, context);
          assert.equal(others.length, 0);
          assert.equal(read?.contact.mode, mode);
          assert.equal(read.contact.reached, reached);
          assert.equal(read.contact.note?.text ?? '', oneLine(note));
          assert.equal(read.contact.party.name ?? '', oneLine(name));
          assert.deepEqual(read.contact.goalIds, ['g1']);
          assert.deepEqual(read.contact.next, contact.next);
          assert.equal(read.contact.by?.name, 'Line Fictive');
          assert.equal(read.contact.at, '2026-11-22T10:04:00-05:00');
        },
      ),
      {numRuns: 200, seed: 20_261_122},
    );
  });
}

test('lines that are no contact are passed over, and one of another day has no time', () => {
  const log = [
    'Seen by the team',
    '2026-11-10 — visite à domicile — personne non jointe',
    '2026-13-45 — phone',
    '',
  ].join('\n');
  const [only, ...others] = readContactLines(log, context);
  assert.equal(others.length, 0);
  assert.equal(only?.contact.mode, 'home');
  assert.equal(only.contact.reached, false);
  assert.equal(only.contact.at, null);
  assert.deepEqual(only.contact.party, {kind: 'patient', reference: 'Patient/p1', name: null});
  assert.deepEqual([only.contact.goalIds, only.contact.by, only.contact.note], [[], null, null]);
});

test('a line whose goal is not known any more, or that says no way, is read for what it says', () => {
  const [one] = readContactLines('2026-11-10 25:99 — reached — about: Something else', context);
  assert.equal(one?.contact.mode, null);
  assert.deepEqual(one?.contact.goalIds, []);
  assert.equal(one?.contact.at, null);
});

test('two lines that are the same are two contacts, and a line that was a mistake says so', () => {
  const line = contactLine(call, {...facts, time: null, goal: null, by: null, lang: 'en-CA'});
  const read = readContactLines(
    [line, line, withdrawnLine(line, 'fr-CA'), withdrawnLine(line, 'en')].join('\n'),
    context,
  );
  assert.equal(new Set(read.map(({contact}) => contact.id)).size, 4);
  assert.deepEqual(
    read.map(({contact}) => contact.mistaken),
    [false, false, true, true],
  );
});
