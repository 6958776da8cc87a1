import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {CareTeam} from 'fhir/r4';
import type {MembershipEnd, NewMember} from '../../../src/domain/care-team.ts';
import {addMember} from '../../../src/fhir/write/edit-care-team.ts';
import {memberAddition, memberEnding} from '../../../src/fhir/write/member-edit.ts';
import {isNewMember, participantName, placeOf} from '../../../src/fhir/write/participant.ts';
import {objectsAt, parseRaw, toPlain, type RawObject} from '../../../src/fhir/write/raw-json.ts';
import {membersOf, nurse, participantText, teamText, today, uuid} from './two-panels.ts';

const by = {today, now: '2026-11-22T15:00:00.000Z', user: 'Practitioner/n1'};
const end: MembershipEnd = {date: '2026-11-20', reason: ' '};

function rawTeam(...participants: string[]): RawObject {
  const raw = parseRaw(teamText('t1', participants.join()));
  assert.ok(raw);
  return raw;
}

const document = (raw: RawObject) => ({raw, json: toPlain(raw), id: 't1', version: '1'});

/** Where each of these is found in a team that has changed since they were seen. */
function placesIn(now: RawObject, then: RawObject, version = '2'): number[] {
  return membersOf(toPlain(then)).map((member) => placeOf(now, member, version));
}

describe('a new member', () => {
  const kinds: [string, Partial<NewMember>, object][] = [
    [
      'a nurse is a name',
      {},
      {
        participant: [
          {id: uuid(1), role: [{text: 'infirmière'}], member: {display: 'Zoé'}, period: {start: today}},
        ],
      },
    ],
    [
      'a nurse with a telephone and an organization is contained, and stands for the organization',
      {phone: '418 555-0100', organization: 'CLSC'},
      {
        contained: [
          {
            resourceType: 'Practitioner',
            id: `m${uuid(1)}`,
            name: [{text: 'Zoé'}],
            telecom: [{system: 'phone', value: '418 555-0100'}],
          },
        ],
        participant: [
          {
            id: uuid(1),
            role: [{text: 'infirmière'}],
            member: {reference: `#m${uuid(1)}`, display: 'Zoé'},
            onBehalfOf: {display: 'CLSC'},
            period: {start: today},
          },
        ],
      },
    ],
    [
      'a relative with a telephone is a RelatedPerson of the patient',
      {kind: 'relative', phone: '418 555-0101', organization: 'nowhere'},
      {
        contained: [
          {
            resourceType: 'RelatedPerson',
            id: `m${uuid(1)}`,
            patient: {reference: 'Patient/p1'},
            relationship: [{text: 'infirmière'}],
            name: [{text: 'Zoé'}],
            telecom: [{system: 'phone', value: '418 555-0101'}],
          },
        ],
        participant: [
          {
            id: uuid(1),
            role: [{text: 'infirmière'}],
            member: {reference: `#m${uuid(1)}`, display: 'Zoé'},
            period: {start: today},
          },
        ],
      },
    ],
    [
      'an organization with a telephone; a role with its code',
      {
        kind: 'organization',
        phone: '811',
        role: {coded: {system: 'http://snomed.info/sct', code: '1', display: null}, text: 'accueil'},
      },
      {
        contained: [
          {
            resourceType: 'Organization',
            id: `m${uuid(1)}`,
            name: 'Zoé',
            telecom: [{system: 'phone', value: '811'}],
          },
        ],
        participant: [
          {
            id: uuid(1),
            role: [{coding: [{system: 'http://snomed.info/sct', code: '1'}], text: 'accueil'}],
            member: {reference: `#m${uuid(1)}`, display: 'Zoé'},
            period: {start: today},
          },
        ],
      },
    ],
  ];
  for (const [name, more, expected] of kinds) {
    test(name, () => {
      const team = rawTeam();
      const member = nurse('Zoé', more);
      addMember(team, member, 'p1', uuid(1), by);
      const written = toPlain(team) as CareTeam;
      assert.deepEqual(
        {contained: written.contained, participant: written.participant},
        {contained: undefined, ...expected},
      );
      assert.deepEqual(memberAddition('t1', member, 'p1', uuid(1), by).missing(document(team)), []);
      assert.ok(isNewMember(team, objectsAt(team, 'participant')[0] as RawObject, member, uuid(9), today));
    });
  }

  test('what the server did not keep of them is named', () => {
    const member = nurse('Zoé', {phone: '418 555-0100', organization: 'CLSC'});
    const edit = memberAddition('t1', member, 'p1', uuid(1), by);
    assert.deepEqual(edit.missing(document(rawTeam(participantText('Zoé')))), ['phone', 'organization']);
    assert.deepEqual(edit.missing(document(rawTeam())), ['name', 'phone', 'organization']);
  });

  test('somebody of the same name is another one when the role differs or they have left', () => {
    const zoe = (text: string): boolean => {
      const team = rawTeam(text);
      return isNewMember(team, objectsAt(team, 'participant')[0] as RawObject, nurse('Zoé'), uuid(1), today);
    };
    assert.equal(zoe(participantText('Zoé')), true);
    assert.equal(zoe(participantText('Zoé').replace('infirmière', 'médecin')), false);
    assert.equal(zoe(participantText('Zoé').replace('"start":"2026-01-01"', '"end":"2026-11-22"')), false);
    assert.equal(zoe(participantText('Zoé').replace('"start":"2026-01-01"', '"end":"2027-11-22"')), true);
    assert.equal(zoe('{"id":"' + uuid(1) + '"}'), true);
    assert.equal(zoe('{}'), false);
  });

  test('a coded role is known by its code, and by its words where both have some', () => {
    const coded = nurse('Zoé', {role: {coded: {system: 's', code: '1', display: null}, text: 'accueil'}});
    const known = (role: string): boolean => {
      const team = rawTeam(`{"role":[${role}],"member":{"display":"Zoé"}}`);
      return isNewMember(team, objectsAt(team, 'participant')[0] as RawObject, coded, uuid(1), today);
    };
    assert.equal(known('{"coding":[{"code":"1"}]}'), true);
    assert.equal(known('{"coding":[{"code":"1"}],"text":"Accueil "}'), true);
    assert.equal(known('{"coding":[{"code":"1"}],"text":"bénévole"}'), false);
    assert.equal(known('{"text":"accueil"}'), false);
  });
});

describe('finding a member again', () => {
  test('by the reference, the name, the role and the first day, wherever they stand now', () => {
    const ana = participantText('Ana');
    const bob = participantText('Bob').replace('"display"', '"reference":"Practitioner/b","display"');
    const cy = participantText('Cy').replace(
      '"period":{"start":"2026-01-01"}',
      '"period":{"start":"2026-05-05"}',
    );
    const then = rawTeam(ana, bob, cy);
    assert.deepEqual(placesIn(then, then, '1'), [0, 1, 2]);
    const renamed = bob
      .replace('"display":"Bob"', '"display":"Robert"')
      .replace('Practitioner/b', 'https://ehr.example/fhir/Practitioner/b/_history/2');
    assert.deepEqual(placesIn(rawTeam(cy, renamed, ana), then), [2, 1, 0]);
    assert.deepEqual(placesIn(rawTeam(cy.replace('05-05', '06-06')), then), [-1, -1, -1]);
  });

  test('of two alike the one in the same role, then the one that is not ended', () => {
    const nurseAna = participantText('Ana');
    const doctorAna = participantText('Ana').replace('infirmière', 'médecin');
    const ended = nurseAna.replace('"start":"2026-01-01"', '"start":"2026-01-01","end":"2026-02-02"');
    assert.deepEqual(placesIn(rawTeam(doctorAna, nurseAna), rawTeam(nurseAna)), [1]);
    assert.deepEqual(placesIn(rawTeam(ended, nurseAna), rawTeam(nurseAna)), [1]);
    assert.deepEqual(placesIn(rawTeam(ended), rawTeam(nurseAna)), [0]);
    assert.deepEqual(placesIn(rawTeam(doctorAna), rawTeam(nurseAna)), [0]);
    const roleless = '{"member":{"display":"Ana"},"period":{"start":"2026-01-01"}}';
    assert.deepEqual(placesIn(rawTeam(nurseAna), rawTeam(roleless)), [0]);
  });

  test('the name is what the reference says, else what is contained says', () => {
    const team = parseRaw(
      '{"contained":[{"resourceType":"Organization","id":"o","name":"CLSC"},{"resourceType":"Practitioner","id":"p","name":[{"text":"Zoé"}]},{"resourceType":"Practitioner","id":"q"}]}',
    );
    assert.ok(team);
    const name = (reference: string): string | null =>
      participantName(team, parseRaw(`{"member":{"reference":"${reference}"}}`) as RawObject);
    assert.deepEqual(['#o', '#p', '#q', '#x', 'Practitioner/p'].map(name), ['CLSC', 'Zoé', null, null, null]);
    assert.equal(participantName(team, new Map()), null);
  });
});

describe('ending a membership', () => {
  const raw = rawTeam(participantText('Ana'));
  const [member] = membersOf(toPlain(raw));
  assert.ok(member);

  test('without a reason there is no note, and none is missed', () => {
    const edit = memberEnding(member, end, membersOf, by);
    const decision = edit.decide(document(raw), false);
    assert.ok(decision.kind === 'edit');
    const copy = rawTeam(participantText('Ana'));
    decision.apply(copy);
    assert.equal('note' in (toPlain(copy) as CareTeam), false);
    assert.deepEqual(edit.missing(document(copy)), []);
    assert.equal(edit.wanted, 1);
  });

  test('a server that loses the reason, or the end, is told apart', () => {
    const edit = memberEnding(member, {...end, reason: 'départ'}, membersOf, by);
    assert.deepEqual(edit.missing(document(raw)), ['until', 'reason']);
    const ended = rawTeam(
      participantText('Ana').replace('"start":"2026-01-01"', '"start":"2026-01-01","end":"2026-11-20"'),
    );
    assert.deepEqual(edit.missing(document(ended)), ['reason']);
    assert.deepEqual(edit.missing(document(rawTeam())), ['until', 'reason']);
  });

  test('the end can be moved by whoever saw it, and the first day may be unknown', () => {
    const open = rawTeam(
      '{"member":{"display":"Ana"},"period":{"end":"2027-01-01"}}',
      '{"member":{"display":"Bob"}}',
    );
    for (const seen of membersOf(toPlain(open))) {
      assert.equal(memberEnding(seen, end, membersOf, by).decide(document(open), false).kind, 'edit');
    }
  });
});
