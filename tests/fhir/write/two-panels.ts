import type {CareTeam, Coding} from 'fhir/r4';
import type {NewMember, TeamMember} from '../../../src/domain/care-team.ts';
import type {Goal, GoalChange} from '../../../src/domain/goal.ts';
import type {Coded} from '../../../src/domain/text.ts';
import {FhirClient} from '../../../src/fhir/client.ts';
import {mapGoal} from '../../../src/fhir/map-goal.ts';
import type {Timers} from '../../../src/fhir/timers.ts';
import type {Transport} from '../../../src/fhir/transport.ts';
import {ChartWriter} from '../../../src/fhir/write/chart-writer.ts';
import type {MemoryServer} from './memory-server.ts';

export const today = '2026-11-22';
export const base = 'https://ehr.example/fhir';

/** Time that never passes: a wait is over at once, a deadline never comes. */
export const still: Timers = {
  now: () => Date.parse('2026-11-22T15:00:00Z'),
  wait: () => Promise.resolve(),
  deadline: (_ms, signal) => signal ?? new AbortController().signal,
};

/** Members of a team, as far as writing looks at them. */
export function membersOf(json: unknown): readonly TeamMember[] {
  const {id, meta, participant = []} = json as CareTeam;
  return participant.map(({member, role, period}, at) => ({
    key: `${id ?? ''}#${at}`,
    teamId: id ?? '',
    teamVersion: meta?.versionId ?? null,
    kind: 'text',
    name: member?.display ?? null,
    reference: member?.reference ?? null,
    role: role?.[0] ? {coded: codedOf(role[0].coding?.[0]), text: role[0].text ?? null} : null,
    organization: null,
    contacts: [],
    since: period?.start ?? null,
    until: period?.end ?? null,
    ended: period?.end !== undefined,
    endReason: null,
    slot: null,
    readOnly: null,
  }));
}

function codedOf(coding: Coding | undefined): Coded | null {
  if (!coding) return null;
  return {system: coding.system ?? null, code: coding.code ?? null, display: coding.display ?? null};
}

/** One panel: what its person sees, and the writer that it saves with. */
export class TestPanel {
  readonly writer: ChartWriter;
  readonly client: FhirClient;
  goals = new Map<string, Goal>();
  members: readonly TeamMember[] = [];
  readonly tried: Set<string>;

  constructor(transport: Transport, tried = new Set<string>(), timers: Timers = still, patientId = 'p1') {
    this.tried = tried;
    this.client = new FhirClient({transport, patientId, timers, random: () => 0});
    this.writer = new ChartWriter({
      port: this.client,
      person: {patientId, base},
      user: 'Practitioner/n1',
      today: () => today,
      tried,
      toGoal: mapGoal,
      toMembers: membersOf,
    });
  }

  /** Sees what the server holds now, as after a reload. */
  look(server: MemoryServer): void {
    this.goals = new Map(
      server.all('Goal').flatMap((json) => {
        const goal = mapGoal(json);
        return goal && goal.lifecycle !== 'entered-in-error' ? [[goal.id, goal]] : [];
      }),
    );
    this.members = server.all('CareTeam').flatMap((json) => membersOf(json));
  }
}

/** A new goal in these words. */
export const inWords = (text: string): GoalChange => ({words: {text, lang: 'fr'}});

/** A nurse who joins the team. */
export const nurse = (name: string, more: Partial<NewMember> = {}): NewMember => ({
  name,
  kind: 'practitioner',
  role: {coded: null, text: 'infirmière'},
  organization: null,
  phone: null,
  ...more,
});

/** A UUID made of a number. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A goal as text, with what an edit must not touch. */
export const goalText = (id: string, words = 'Marcher', more = ''): string =>
  `{"resourceType":"Goal","id":"${id}","meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00Z"},` +
  `"extension":[{"url":"http://vendor.example/x","valueDecimal":1.10}],"lifecycleStatus":"active",` +
  `"description":{"text":"${words}"},"subject":{"reference":"Patient/p1"},"startDate":"2026-01-01",` +
  `"target":[{"detailQuantity":{"value":70.0,"unit":"kg"},"dueDate":"2026-12-01"}]${more}}`;

export const teamText = (id = 't1', participants = ''): string =>
  `{"resourceType":"CareTeam","id":"${id}","meta":{"versionId":"1"},"status":"active",` +
  `"subject":{"reference":"Patient/p1"},"participant":[${participants}]}`;

export const participantText = (name: string, more = ''): string =>
  `{"role":[{"text":"infirmière"}],"member":{"display":"${name}"},"period":{"start":"2026-01-01"}${more}}`;

export const planText = (id = 'c1', goals = ''): string =>
  `{"resourceType":"CarePlan","id":"${id}","meta":{"versionId":"1"},"status":"active","intent":"plan",` +
  `"subject":{"reference":"Patient/p1"},"goal":[${goals}]}`;
