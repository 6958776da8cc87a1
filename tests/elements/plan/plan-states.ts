import {eachAbility} from '../../../src/domain/abilities.ts';
import type {PanelState} from '../../../src/app/state.ts';
import type {TeamMember} from '../../../src/domain/care-team.ts';
import type {Goal} from '../../../src/domain/goal.ts';
import type {Patient} from '../../../src/domain/patient.ts';

// The states that the plan, goals and team tests show. Everybody here is invented.

/** The person whose chart it is. */
export const person: Patient = {
  id: 'p1',
  family: 'Exemple',
  given: 'Marguerite',
  nameText: null,
  birthDate: '1951-03-14',
  deceasedAt: null,
  deceased: false,
  identifier: {value: 'EXEM51531419', system: null, label: 'NAM'},
  language: 'fr-CA',
};

/** A goal with what a test does not care about filled in. */
export function goal(id: string, words: string, more: Partial<Goal> = {}): Goal {
  return {
    id,
    version: '1',
    words: {text: words, lang: null},
    clinical: null,
    lifecycle: 'active',
    lifecycleCode: 'active',
    achievement: 'in-progress',
    domain: null,
    dueDate: null,
    startDate: '2026-04-22',
    statusDate: '2026-04-22',
    statusReason: null,
    expressedBy: null,
    rank: null,
    readOnly: null,
    ...more,
  };
}

/** A member with what a test does not care about filled in. */
export function member(key: string, name: string | null, more: Partial<TeamMember> = {}): TeamMember {
  return {
    key: `team#${key}`,
    teamId: 'team',
    teamVersion: '1',
    kind: 'practitioner',
    name,
    reference: `Practitioner/${key}`,
    role: null,
    organization: null,
    contacts: [],
    since: '2026-04-22',
    until: null,
    ended: false,
    endReason: null,
    slot: null,
    readOnly: null,
    ...more,
  };
}

const snomed = (code: string) => ({
  coded: {system: 'http://snomed.info/sct', code, display: null},
  text: null,
});

export const goals: readonly Goal[] = [
  goal('g2', 'Retourner marcher au marché le samedi avec ma sœur', {
    words: {text: 'Retourner marcher au marché le samedi avec ma sœur', lang: 'fr-CA'},
    rank: 2,
    clinical: {text: 'Walking tolerance 400 m without stopping, dyspnea Borg 3 or less', lang: 'en-CA'},
    achievement: 'improving',
    dueDate: '2027-01-15',
    domain: {coded: null, text: 'Physical function'},
  }),
  goal('g1', 'Know whom to call when I cannot breathe at night, so I am not alone with it', {
    rank: 1,
    dueDate: '2026-10-31',
    domain: {coded: null, text: 'Managing conditions'},
  }),
  goal('g3', 'Keep my apartment', {
    rank: 3,
    lifecycle: 'on-hold',
    lifecycleCode: 'on-hold',
    achievement: null,
    dueDate: '2026-11-22',
  }),
  goal('g4', 'Understand my pills', {readOnly: 'modifier-extension'}),
  goal('g5', 'Old code', {lifecycle: 'unrecognized', lifecycleCode: 'ongoing', achievement: null}),
  goal('g6', 'Have the ramp built', {
    lifecycle: 'completed',
    lifecycleCode: 'completed',
    achievement: 'achieved',
    statusDate: '2026-09-02',
    statusReason: 'Reached',
  }),
  goal('g7', 'Stop the night oxygen', {
    lifecycle: 'rejected',
    lifecycleCode: 'rejected',
    achievement: null,
    statusDate: '2026-05-02',
    statusReason: 'Not possible',
  }),
];

export const members: readonly TeamMember[] = [
  member('p', 'Marguerite Exemple', {kind: 'patient', role: snomed('116154003')}),
  member('cm', 'Julie Fictive', {
    slot: 'case-manager',
    role: snomed('445451001'),
    organization: 'GMF de l’Exemple',
    contacts: [
      {kind: 'phone', value: '819-555-0101 poste 234', use: 'work'},
      {kind: 'email', value: 'julie.fictive@exemple.test', use: 'work'},
    ],
  }),
  member('md', 'Dr. Paul Inventé', {
    role: snomed('446050000'),
    organization: 'GMF de l’Exemple',
    contacts: [{kind: 'phone', value: '+1 819 555-0102', use: 'work'}],
  }),
  member('sw', 'Awa Imaginaire', {
    role: snomed('106328005'),
    organization: 'CLSC Central',
  }),
  member('sis', 'Rose Exemple', {
    kind: 'relative',
    role: {coded: null, text: 'Sœur'},
    contacts: [{kind: 'phone', value: '(819) 555-0103', use: 'mobile'}],
  }),
  member('org', 'Popote roulante du Quartier', {
    kind: 'organization',
    role: {coded: null, text: 'Meals at home'},
    contacts: [{kind: 'phone', value: 'see the website', use: null}],
  }),
  member('old', 'Marc Ancien', {
    role: snomed('46255001'),
    ended: true,
    until: '2026-08-31',
    endReason: 'Left the position',
  }),
];

const asOf = '2026-11-22T14:03:00-05:00';
const yes = {allowed: true} as const;

/** A plan with five open and two closed goals, a team with no hospital case manager. */
export function usual(): PanelState {
  return {
    context: {
      generation: 1,
      patientId: 'p1',
      encounterId: null,
      user: null,
      needPatientBanner: true,
      intent: null,
    },
    draftsOfOtherPatients: 0,
    today: '2026-11-22',
    zone: 'America/Toronto',
    patient: {status: 'ready', asOf, gaps: [], value: person},
    use: {status: 'loading'},
    plan: {
      status: 'ready',
      asOf,
      gaps: [],
      value: {
        plan: {
          id: 'plan',
          version: '3',
          title: 'ISP',
          status: 'active',
          start: '2026-04-22',
          end: null,
          goalIds: ['g1', 'g2', 'g3'],
          whatMatters: 'Staying home with my cat, and seeing my sister on Saturdays.',
        },
        otherActivePlans: 0,
      },
    },
    goals: {status: 'ready', asOf, gaps: [], value: goals},
    team: {status: 'ready', asOf, gaps: [], value: {members, teamIds: ['team']}},
    later: {},
    abilities: eachAbility(() => yes),
    saves: {},
    drafts: {},
    ignoredOtherPatient: 0,
    halted: null,
  };
}

/** Nothing recorded. */
export function empty(): PanelState {
  return {
    ...usual(),
    plan: {status: 'ready', asOf, gaps: [], value: {plan: null, otherActivePlans: 0}},
    goals: {status: 'ready', asOf, gaps: [], value: []},
    team: {status: 'ready', asOf, gaps: [], value: {members: [], teamIds: []}},
  };
}

/** Nothing answered yet. */
export function loading(): PanelState {
  const section = {status: 'loading'} as const;
  return {...usual(), patient: section, plan: section, goals: section, team: section};
}

/** The plan may not be read, the goals could not be, and the team is known to be incomplete. */
export function failing(): PanelState {
  return {
    ...usual(),
    plan: {status: 'failed', problem: {kind: 'forbidden', what: 'CarePlan'}},
    goals: {status: 'failed', problem: {kind: 'timeout'}},
    team: {
      status: 'ready',
      asOf,
      gaps: [{reason: 'quarantined', what: 'CareTeam', count: 2}],
      value: {members: members.slice(0, 2), teamIds: ['team']},
    },
  };
}

/** Everything can be read, nothing written. */
export function readOnly(): PanelState {
  const no = {allowed: false, why: 'read-only'} as const;
  return {
    ...usual(),
    abilities: eachAbility(() => no),
  };
}

/** Forms open with what was typed: one refused by the record, one that never arrived, one being saved. */
export function editing(): PanelState {
  const start = usual();
  return {
    ...start,
    plan: {
      status: 'ready',
      asOf,
      gaps: [],
      value: {
        plan: start.plan.status === 'ready' ? start.plan.value.plan : null,
        otherActivePlans: 2,
      },
    },
    drafts: {
      'goal:g1': {dueDate: '2027-02-31', 'was.dueDate': '2026-10-31'},
      'goal:new': {words: 'Cook for my grandchildren'},
      'member:new': {name: 'Léa Nouvelle', role: 'social-worker'},
      'member:team#sw': {why: 'other'},
      'goal:g3': {closing: 'reached'},
      'goal:gone': {words: 'Words of a goal that was removed'},
    },
    saves: {
      'goal:g1': {
        status: 'failed',
        problem: {
          kind: 'rejected',
          issues: [
            {
              severity: 'error',
              code: 'value',
              text: 'Not a valid date.',
              expressions: ['Goal.target[0].dueDate'],
            },
            {
              severity: 'error',
              code: 'business-rule',
              text: 'The chart is locked for coding.',
              expressions: [],
            },
          ],
        },
      },
      'goal:new': {status: 'failed', problem: {kind: 'offline'}},
      'goal:g2': {
        status: 'saved',
        at: '2026-11-22T14:03:00-05:00',
        notes: [{kind: 'merged', fields: ['dueDate', 'achievement']}],
      },
      'member:new': {status: 'saving'},
    },
  };
}

/** The same goal changed here and elsewhere. */
export function conflicting(): PanelState {
  const start = usual();
  const base = goals[1] as Goal;
  return {
    ...start,
    drafts: {'goal:g1': {words: 'Know whom to call at night', 'was.words': base.words.text}},
    saves: {
      'goal:g1': {
        status: 'conflict',
        conflict: {
          what: 'goal',
          base,
          mine: {words: {text: 'Know whom to call at night', lang: null}, achievement: 'improving'},
          theirs: {
            ...base,
            version: '2',
            words: {text: 'Know whom to call when I cannot breathe, day or night', lang: null},
            achievement: 'no-change',
          },
          fields: ['words', 'achievement'],
          theirsAt: '2026-11-22T13:58:00-05:00',
        },
      },
      'member:team#md': {
        status: 'conflict',
        conflict: {
          what: 'member',
          mine: {date: '2026-11-22', reason: 'Left the position'},
          theirs: member('md', 'Dr. Paul Inventé', {
            ended: true,
            until: '2026-11-20',
            endReason: 'Retired',
          }),
        },
      },
    },
  };
}

export const states = {usual, empty, loading, failing, readOnly, editing, conflicting};
