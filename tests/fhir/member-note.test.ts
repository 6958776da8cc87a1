import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {aboutTopics, type MemberAbout} from '../../src/domain/care-team.ts';
import {aboutNote, aboutOf, isAbout, nothing} from '../../src/fhir/member-note.ts';

const english =
  'About Julie Fictive:\nHours: Mon–Fri, 8:00 to 16:00\nSubstitute: Marc, 819 555-0199\nSomething else';
const cases: readonly (readonly [string, readonly (string | null)[], string, Partial<MemberAbout> | null])[] =
  [
    ['no note', [null, 'Met the family.'], 'Julie Fictive', null],
    ['of somebody else', [english], 'Marc', null],
    [
      'English',
      [english],
      'julie  fictive',
      {hours: 'Mon–Fri, 8:00 to 16:00', substitute: 'Marc, 819 555-0199'},
    ],
    [
      'French',
      ['À propos de Popote :\nHeures : midi\nTéléphones : 819 555-0101 poste 2; 819 555-0102'],
      'Popote',
      {hours: 'midi', phones: '819 555-0101 poste 2; 819 555-0102'},
    ],
    [
      'the newer note goes before the older one',
      [english, 'About Julie Fictive:\nHours: never'],
      'Julie Fictive',
      {hours: 'never', substitute: 'Marc, 819 555-0199'},
    ],
    ['a note that ended a membership', ['2026-08-31, Julie Fictive: Left'], 'Julie Fictive', null],
    ['a name with a colon', ['About CLSC: Est:\nHours: 9'], 'CLSC: Est', {hours: '9'}],
  ];
for (const [name, notes, who, expected] of cases) {
  test(`what a team says of a member: ${name}`, () => {
    assert.deepEqual(aboutOf(notes, who), expected && {...nothing, ...expected});
  });
}

test('a member without a name has no note', () => assert.equal(isAbout('About null:', null), false));

const words = fc.string({unit: 'grapheme', minLength: 1, maxLength: 40}).filter((text) => text.trim() !== '');

test('what is written about a member is read as it was written, in both languages, and says nothing of others', () => {
  fc.assert(
    fc.property(
      words,
      fc.record(Object.fromEntries(aboutTopics.map((topic) => [topic, fc.option(words)]))),
      fc.constantFrom('en-CA', 'fr-CA'),
      (name, about, lang) => {
        const note = aboutNote(name, about as MemberAbout, lang);
        const plain = (text: string | null): string | null => text?.trim().replace(/\s+/gu, ' ') ?? null;
        if (note === null) return assert.ok(Object.values(about).every((one) => one === null));
        const read = aboutOf([note], name);
        for (const topic of aboutTopics) assert.equal(read?.[topic] ?? null, plain(about[topic] ?? null));
        assert.equal(aboutOf([note], `${name} x`), null);
      },
    ),
  );
});
