import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CareTeamView, ContactPoint, TeamMember} from '../../src/domain/care-team.ts';
import {contactsOf} from '../../src/fhir/contacts.ts';
import {mapCareTeam, type TeamRecord} from '../../src/fhir/map-care-team.ts';
import {mergeTeams} from '../../src/fhir/merge-teams.ts';
import {slotOf} from '../../src/fhir/member-slot.ts';
import {defaultRecognition} from '../../src/fhir/recognition.ts';
import {ReferenceIndex} from '../../src/fhir/references.ts';
import {base} from './fake-transport.ts';
import type {Resource} from './read-stage.ts';

const zone = 'America/Toronto';
const today = '2026-11-22';

function map(body: Record<string, unknown>, known: readonly Resource[] = []): TeamRecord {
  const index = new ReferenceIndex();
  index.add(known.map((resource) => ({resource: resource as never, fullUrl: null, base: null})));
  const team = mapCareTeam(
    {resourceType: 'CareTeam', id: 't', meta: {versionId: '2'}, status: 'active', ...body},
    {patientId: 'p1', today, zone, index, positions: new Map(), base},
  );
  assert.ok(team);
  return team;
}

function member(
  participant: unknown,
  known: readonly Resource[] = [],
  body: Record<string, unknown> = {},
): TeamMember {
  const [first] = map({participant: [participant], ...body}, known).members;
  assert.ok(first);
  return first;
}

const nurse: Resource = {resourceType: 'Practitioner', id: 'n', name: [{family: 'Roy', given: ['Anna']}]};
const position: Resource = {
  resourceType: 'PractitionerRole',
  id: 'r',
  practitioner: {reference: 'Practitioner/n'},
  organization: {display: 'GMF'},
  code: [{text: 'Pharmacist'}],
  telecom: [{system: 'phone', value: '418 555-0131', use: 'work'}],
};
const sister: Resource = {
  resourceType: 'RelatedPerson',
  id: 's',
  patient: {reference: 'Patient/p1'},
  relationship: [{text: 'Sister'}],
  name: [{text: 'Rose'}],
  telecom: [{system: 'phone', value: '418 555-0199'}],
};
const house: Resource = {resourceType: 'Organization', id: 'h', name: 'House'};

const members: readonly [string, unknown, readonly Resource[], Partial<TeamMember>][] = [
  [
    'a practitioner by display',
    {member: {reference: 'Practitioner/n', display: 'A. Roy'}},
    [nurse],
    {name: 'A. Roy', kind: 'practitioner', reference: 'Practitioner/n'},
  ],
  ['a practitioner by what was read', {member: {reference: 'Practitioner/n'}}, [nurse], {name: 'Anna Roy'}],
  [
    'a version in the reference',
    {member: {reference: 'Practitioner/n/_history/4'}},
    [nurse],
    {name: 'Anna Roy', reference: 'Practitioner/n'},
  ],
  [
    'an absolute reference of this record system',
    {member: {reference: `${base}Practitioner/n`}},
    [nurse],
    {name: 'Anna Roy', reference: 'Practitioner/n'},
  ],
  [
    'an absolute reference elsewhere keeps its display alone',
    {member: {reference: 'https://other.example/fhir/Practitioner/n', display: 'Dr Away'}},
    [nurse],
    {name: 'Dr Away', reference: 'https://other.example/fhir/Practitioner/n', kind: 'practitioner'},
  ],
  [
    'somebody elsewhere is never taken for somebody here',
    {member: {reference: 'https://other.example/fhir/Practitioner/n'}},
    [nurse],
    {name: null},
  ],
  [
    'a UUID that nothing explains',
    {member: {reference: 'urn:uuid:1', display: 'By UUID'}},
    [],
    {name: 'By UUID', kind: 'unknown', reference: 'urn:uuid:1'},
  ],
  [
    'a licence with a display',
    {member: {identifier: {value: '12345'}, display: 'By licence'}},
    [],
    {name: 'By licence', kind: 'text', reference: null},
  ],
  [
    'a licence alone',
    {member: {identifier: {value: '12345'}, type: 'Practitioner'}, role: [{text: 'Nurse'}]},
    [],
    {name: '12345', kind: 'practitioner'},
  ],
  ['words alone', {member: {display: 'Neighbour'}}, [], {name: 'Neighbour', kind: 'text', reference: null}],
  [
    'a position: name, organization, role and telephone',
    {member: {reference: 'PractitionerRole/r'}},
    [position, nurse],
    {
      name: 'Anna Roy',
      kind: 'practitioner',
      reference: 'PractitionerRole/r',
      holder: 'Practitioner/n',
      organization: 'GMF',
      role: {coded: null, text: 'Pharmacist'},
      contacts: [{kind: 'phone', value: '418 555-0131', use: 'work'}],
    },
  ],
  [
    'a position elsewhere keeps the address of who holds it',
    {member: {reference: 'PractitionerRole/r'}},
    [{...position, practitioner: {reference: 'https://other.example/fhir/Practitioner/n'}}],
    {holder: 'https://other.example/fhir/Practitioner/n'},
  ],
  [
    'the role in this team before the position',
    {member: {reference: 'PractitionerRole/r'}, role: [{text: 'Lead'}]},
    [position],
    {role: {coded: null, text: 'Lead'}},
  ],
  [
    'a relative',
    {member: {reference: 'RelatedPerson/s'}},
    [sister],
    {
      name: 'Rose',
      kind: 'relative',
      role: {coded: null, text: 'Sister'},
      contacts: [{kind: 'phone', value: '418 555-0199', use: null}],
    },
  ],
  [
    'a relative of somebody else is not shown as this one',
    {member: {reference: 'RelatedPerson/s'}},
    [{...sister, patient: {reference: 'Patient/other'}}],
    {name: null, contacts: []},
  ],
  [
    'an organization',
    {member: {reference: 'Organization/h'}},
    [house],
    {name: 'House', kind: 'organization', organization: null},
  ],
  [
    'the person',
    {member: {reference: 'Patient/p1'}},
    [{resourceType: 'Patient', id: 'p1', name: [{text: 'Lise'}]}],
    {name: 'Lise', kind: 'patient'},
  ],
  [
    'another patient has no name here',
    {member: {reference: 'Patient/p2'}},
    [{resourceType: 'Patient', id: 'p2', name: [{text: 'Not this person'}]}],
    {name: null},
  ],
  [
    'another team',
    {member: {reference: 'CareTeam/x', display: 'Mobile team'}},
    [],
    {name: 'Mobile team', kind: 'team'},
  ],
  [
    'whom they act for',
    {member: {reference: 'Practitioner/n'}, onBehalfOf: {reference: 'Organization/h'}},
    [nurse, house],
    {organization: 'House'},
  ],
  [
    'words that act for an organization are a practitioner',
    {member: {display: 'Lea'}, onBehalfOf: {display: 'GMF'}},
    [],
    {kind: 'practitioner', organization: 'GMF'},
  ],
  [
    'the first role that says something',
    {member: {display: 'x'}, role: [{}, {coding: [{code: '46255001'}]}]},
    [],
    {role: {coded: {system: null, code: '46255001', display: null}, text: null}},
  ],
  ['no role', {member: {display: 'x'}, role: []}, [], {role: null, slot: null}],
  [
    'still a member',
    {member: {display: 'x'}, period: {start: '2026-05-22'}},
    [],
    {since: '2026-05-22', until: null, ended: false},
  ],
  [
    'ended yesterday',
    {member: {display: 'x'}, period: {end: '2026-11-21'}},
    [],
    {ended: true, until: '2026-11-21'},
  ],
  ['ends today', {member: {display: 'x'}, period: {end: today}}, [], {ended: true}],
  [
    'ends tomorrow',
    {member: {display: 'x'}, period: {end: '2026-11-23'}},
    [],
    {ended: false, until: '2026-11-23'},
  ],
  [
    'ended late last evening, by UTC already today',
    {member: {display: 'x'}, period: {end: '2026-11-22T03:00:00Z'}},
    [],
    {ended: true},
  ],
  [
    'ends late this evening, by UTC tomorrow',
    {member: {display: 'x'}, period: {end: '2026-11-23T03:00:00Z'}},
    [],
    {ended: true},
  ],
  ['ends at some time of this month', {member: {display: 'x'}, period: {end: '2026-11'}}, [], {ended: false}],
  ['ended in a month that is over', {member: {display: 'x'}, period: {end: '2026-10'}}, [], {ended: true}],
  [
    'an end in words is no end',
    {member: {display: 'x'}, period: {end: 'someday'}},
    [],
    {ended: false, until: 'someday'},
  ],
  [
    'a modifier extension',
    {member: {display: 'x'}, modifierExtension: [{url: 'https://x.example'}]},
    [],
    {readOnly: 'modifier-extension'},
  ],
];

for (const [name, participant, known, expected] of members) {
  test(`member: ${name}`, () => {
    const got = member(participant, known);
    assert.deepEqual(
      Object.fromEntries(Object.keys(expected).map((key) => [key, got[key as keyof TeamMember]])),
      expected,
    );
  });
}

test('contained members are read from inside the team', () => {
  const contained = [nurse, {...house, telecom: [{system: 'phone', value: '555-0199'}]}].map((one) => ({
    ...one,
  }));
  const participant = [
    {member: {reference: '#n'}},
    {member: {reference: '#h'}},
    {member: {reference: '#missing'}, role: [{text: 'Who'}]},
  ];
  const team = map({contained, participant});
  assert.deepEqual(
    team.members.map(({name, kind}) => [name, kind]),
    [
      ['Anna Roy', 'practitioner'],
      ['House', 'organization'],
      [null, 'unknown'],
    ],
  );
  assert.equal(team.members[1]?.contacts[0]?.value, '555-0199');
});

test('a broken participant keeps the places of the others and is counted', () => {
  const team = map({
    participant: [
      null,
      {member: {display: 'A'}},
      'x',
      {},
      {member: 'Practitioner/as-text'},
      {member: {display: 'B'}},
    ],
  });
  assert.deepEqual(
    team.members.map(({name}) => name),
    ['A', 'B'],
  );
  assert.equal(team.unreadable, 3);
});

test('a member keeps their key when another one is taken out, and nobody else ever gets it', () => {
  const [anna, rose, rose2, words] = [
    {member: {reference: 'Practitioner/n', display: 'Anna'}, role: [{text: 'Nurse'}]},
    {member: {reference: 'RelatedPerson/s', display: 'Rose'}},
    {member: {reference: 'RelatedPerson/s', display: 'Rose'}},
    {member: {display: 'Words'}},
  ];
  const keys = (participant: readonly unknown[]) =>
    new Map(map({participant}).members.map(({key, name}) => [key, name]));
  const before = keys([anna, rose, rose2, words]);
  assert.equal(before.size, 4);
  for (const gone of [anna, rose, words]) {
    const after = keys([anna, rose, rose2, words].filter((one) => one !== gone));
    assert.equal(after.size, 3);
    for (const [key, name] of after) assert.equal(before.get(key), name);
  }
  assert.equal(
    keys([{...anna, member: {reference: 'Practitioner/n/_history/3'}}]).has([...before.keys()][0]!),
    true,
  );
});

test('participants that are no list are counted, not passed over', () => {
  assert.equal(map({participant: {member: {display: 'A'}}}).unreadable, 1);
  assert.equal(map({participant: undefined}).unreadable, 0);
});

test('everybody on an inactive team, or on one whose time is over, has left', () => {
  for (const body of [{status: 'inactive'}, {period: {end: '2026-01-31'}}]) {
    const team = map({participant: [{member: {display: 'A'}}], ...body});
    assert.equal(team.members[0]?.ended, true);
    assert.equal(team.isOpen, false);
  }
});

test('a team that may not be written back says so for each member', () => {
  const team = map({participant: [{member: {display: 'A'}}], implicitRules: 'https://x.example'});
  assert.equal(team.members[0]?.readOnly, 'implicit-rules');
  assert.equal(team.isOpen, false);
});

test('the reason for an end comes from the note with its date and name', () => {
  const note = [
    {text: '2026-08-31, Marc Ancien: Moved'},
    {text: '2026-08-31, Marc Ancien: Left the position'},
    {text: '2026-08-31, Anna: x'},
    {},
  ];
  const ended = (display: string, end: string) =>
    member({member: {display}, period: {end}}, [], {note}).endReason;
  assert.equal(ended('Marc Ancien', '2026-08-31'), 'Left the position');
  assert.equal(ended('Marc Ancien', '2026-09-30'), null);
  assert.equal(ended('Marc', '2026-08-31'), null);
});

test('what would say more is asked of this record system only', () => {
  const ask = (participant: unknown, known: readonly Resource[] = []) =>
    map({participant: [participant]}, known).asks;
  assert.deepEqual(ask({member: {reference: 'Practitioner/n'}}), ['Practitioner/n']);
  assert.deepEqual(ask({member: {reference: 'PractitionerRole/r'}}, [position]), ['Practitioner/n']);
  assert.deepEqual(ask({member: {display: 'x'}, onBehalfOf: {reference: 'Organization/h'}}), [
    'Organization/h',
  ]);
  assert.deepEqual(ask({member: {reference: 'Practitioner/n', display: 'A'}, period: {end: '2020'}}), []);
  for (const reference of [
    'https://other.example/fhir/Practitioner/n',
    'urn:uuid:1',
    '#n',
    'Patient/p2',
    'Device/x',
    '../x',
  ]) {
    assert.deepEqual(ask({member: {reference}}), []);
  }
});

const sct = (code: string, text: string | null = null) => ({
  codings: [{system: 'http://snomed.info/sct', code, display: null}],
  text,
});
const said = (text: string) => ({codings: [], text});
const slots: readonly [string, Parameters<typeof slotOf>[0], readonly string[], ReturnType<typeof slotOf>][] =
  [
    ['a nurse case manager', sct('445451001'), [], 'case-manager'],
    ['a case manager', sct('768832004'), [], 'case-manager'],
    ['the Canadian code', sct('999480451000087102'), [], 'case-manager'],
    ['the hospital by the text', sct('768832004', 'Hospital case manager'), [], 'hospital-case-manager'],
    [
      'the hospital by the French text',
      sct('768832004', 'Gestionnaire de cas en centre hospitalier'),
      [],
      'hospital-case-manager',
    ],
    [
      'the hospital by the display',
      {codings: [{system: null, code: '768832004', display: 'Case manager, hôpital'}], text: null},
      [],
      'hospital-case-manager',
    ],
    ['words alone', said('Gestionnaire de cas'), [], 'case-manager'],
    ['words alone, of the hospital', said('Hospital Case Manager'), [], 'hospital-case-manager'],
    ['an organization that the site names', sct('768832004'), ['CISSS Nord'], 'hospital-case-manager'],
    [
      'an organization that the site does not name',
      sct('768832004'),
      ['Hospital of somewhere'],
      'case-manager',
    ],
    ['a hospital pharmacist is no case manager', sct('46255001', 'Hospital pharmacist'), [], null],
    ['nothing said', {codings: [], text: null}, [], null],
  ];

for (const [name, role, organizations, expected] of slots) {
  test(`place of a case manager: ${name}`, () => {
    assert.equal(slotOf(role, organizations, {...defaultRecognition, hospitals: ['cisss nord']}), expected);
  });
}

const points: readonly [string, unknown, readonly Pick<ContactPoint, 'kind' | 'value'>[]][] = [
  ['a telephone', [{system: 'phone', value: ' 418 555-0131 '}], [{kind: 'phone', value: '418 555-0131'}]],
  [
    'in the order of their rank',
    [
      {system: 'email', value: 'a@b.ca', rank: 2},
      {system: 'phone', value: '555-0131', rank: 1},
    ],
    [
      {kind: 'phone', value: '555-0131'},
      {kind: 'email', value: 'a@b.ca'},
    ],
  ],
  [
    'not one of the past',
    [
      {system: 'phone', value: '555-0131', use: 'old'},
      {system: 'phone', value: '555-0132', period: {end: '2025'}},
    ],
    [],
  ],
  ['no fax', [{system: 'fax', value: '555-0131'}], []],
  [
    'no code to be run',
    [
      {system: 'phone', value: 'javascript:alert(12345)'},
      {system: 'email', value: 'javascript:x'},
    ],
    [],
  ],
  ['a telephone in words is none', [{system: 'phone', value: 'see the website'}], []],
  [
    'without a system: a number, an address, or nothing',
    [{value: '555-0131'}, {value: 'a@b.ca'}, {value: 'downstairs'}],
    [
      {kind: 'phone', value: '555-0131'},
      {kind: 'email', value: 'a@b.ca'},
    ],
  ],
  [
    'each once',
    [
      {system: 'phone', value: '555-0131'},
      {system: 'phone', value: '555-0131'},
    ],
    [{kind: 'phone', value: '555-0131'}],
  ],
  ['empty and broken ones', [{}, null, 'x', {system: 'phone'}, {system: 'phone', value: 5550131}], []],
  ['another kind', [{system: 'pager', value: 'room 12'}], [{kind: 'other', value: 'room 12'}]],
];

for (const [name, telecom, expected] of points) {
  test(`ways to reach somebody: ${name}`, () => {
    const got = contactsOf({telecom} as never, today, zone).map(({kind, value}) => ({kind, value}));
    assert.deepEqual(got, expected);
  });
}

function merged(...teams: readonly Record<string, unknown>[]): CareTeamView {
  return mergeTeams(teams.map((body) => map(body)));
}
const someone = (display: string, reference: string | null, more: Record<string, unknown> = {}) => ({
  member: {display, ...(reference ? {reference} : {})},
  role: [{text: 'Nurse'}],
  ...more,
});

test('whoever is on two teams stands there once for each role', () => {
  const view = merged(
    {id: 'a', participant: [someone('Anna', 'Practitioner/n'), someone('Words', null)]},
    {
      id: 'b',
      participant: [
        someone('Anna Roy', 'Practitioner/n/_history/2'),
        someone('Anna', 'Practitioner/n', {role: [{text: 'Lead'}]}),
        someone(' words ', null),
      ],
    },
  );
  assert.deepEqual(
    view.members.map(({teamId, role}) => [teamId, role?.text ?? null]),
    [
      ['a', 'Nurse'],
      ['a', 'Nurse'],
      ['b', 'Lead'],
    ],
  );
});

test('what only one of two teams says of somebody is kept, with the team that they are changed in', () => {
  const contained = [
    {
      resourceType: 'Practitioner',
      id: 'x',
      name: [{text: 'Anna'}],
      telecom: [{system: 'phone', value: '555-0101'}],
    },
  ];
  const inB = {id: 'b', contained, participant: [{member: {reference: '#x'}, role: [{text: 'Nurse'}]}]};
  const {members} = merged({id: 'a', participant: [someone('Anna', null)]}, inB);
  assert.deepEqual(
    members.map(({teamId, contacts}) => [teamId, contacts.map(({value}) => value)]),
    [['a', ['555-0101']]],
  );
});

test('two who have the same name and different references are two', () => {
  const view = merged({
    id: 'a',
    participant: [someone('Anna', 'Practitioner/n'), someone('Anna', 'Practitioner/m')],
  });
  assert.equal(view.members.length, 2);
});

test('two who cannot be told apart because nothing is said of them stay two', () => {
  const view = merged({id: 'a', participant: [{role: [{text: 'Nurse'}]}, {role: [{text: 'Nurse'}]}]});
  assert.equal(view.members.length, 2);
});

test('a membership that goes on hides one that ended, whatever their order', () => {
  const left = someone('Anna', 'Practitioner/n', {period: {end: '2025-01-01'}});
  const here = someone('Anna', 'Practitioner/n');
  for (const participant of [
    [left, here],
    [here, left],
  ]) {
    const view = merged({id: 'a', participant});
    assert.deepEqual(
      view.members.map(({ended}) => ended),
      [false],
    );
  }
});

test('of two memberships that ended the later one stands', () => {
  const ended = (end: string) => someone('Anna', 'Practitioner/n', {period: {end}});
  const view = merged({
    id: 'a',
    participant: [ended('2024-01-01'), ended('2025-01-01'), ended('2023-01-01')],
  });
  assert.deepEqual(
    view.members.map(({until}) => until),
    ['2025-01-01'],
  );
});

test('a new member goes to a team that is open, that of the whole care first', () => {
  const longitudinal = {category: [{coding: [{code: 'LA28865-6'}]}]};
  const view = merged(
    {id: 'old', status: 'inactive'},
    {id: 'visit'},
    {id: 'whole', ...longitudinal},
    {id: 'locked', modifierExtension: []},
  );
  assert.deepEqual(view.teamIds, ['whole', 'visit']);
});
