import type {PanelActions, PanelState, SaveState} from '../../src/app/state.ts';
import type {TeamMember} from '../../src/domain/care-team.ts';
import type {Goal, GoalChange} from '../../src/domain/goal.ts';
import type {Problem} from '../../src/domain/problem.ts';
import {fakePanel, type FakePanel} from './fake-panel.ts';

/** A panel whose record answers to every wish; the answer can be kept back, or be a failure. */
export interface FakeRecord extends FakePanel {
  /** What the next saves end with, instead of success. */
  answerWith(save: SaveState | Problem | null): void;
  /** Keeps every answer back until `release` is called. */
  hold(): void;
  release(): void;
  /** How many goals and members were really written. */
  readonly written: {goals: number; members: number};
}

/** Time of every confirmation. */
export const savedAt = '2026-11-22T14:03:00-05:00';

/** Makes a panel on a state with a record behind it. */
export function fakeRecord(initial: PanelState): FakeRecord {
  let outcome: SaveState | null = null;
  let gate = Promise.resolve();
  let open = (): void => undefined;
  const written = {goals: 0, members: 0};

  async function save(key: string, apply: (state: PanelState) => PanelState): Promise<void> {
    set(key, {status: 'saving'});
    await gate;
    if (outcome) return set(key, outcome);
    panel.store.update((state) => {
      const {[key]: _confirmed, ...drafts} = state.drafts;
      const saves = {...state.saves, [key]: {status: 'saved', at: savedAt, notes: []} as const};
      return {...apply(state), drafts, saves};
    });
  }

  function set(key: string, next: SaveState): void {
    panel.store.update((state) => ({...state, saves: {...state.saves, [key]: next}}));
  }

  function changeGoal(id: string, change: GoalChange): Promise<void> {
    return save(`goal:${id}`, (state) =>
      withGoals(state, (goals) => goals.map((goal) => (goal.id === id ? changed(goal, change) : goal))),
    );
  }

  const answers: Partial<PanelActions> = {
    addGoal: (change) =>
      save('goal:new', (state) => {
        written.goals += 1;
        const id = `new-${written.goals}`;
        return withGoals(state, (goals) => [...goals, changed(blankGoal(id), change)]);
      }),
    changeGoal,
    settleGoal: (id, change) => {
      if (Object.keys(change).length > 0) return changeGoal(id, change);
      panel.actions.discard(`goal:${id}`);
      return Promise.resolve();
    },
    addMember: (wish) =>
      save('member:new', (state) => {
        written.members += 1;
        const hospital = wish.role.text.toLowerCase().includes('hospital');
        const member: TeamMember = {
          ...blankMember(`team#new-${written.members}`),
          kind: wish.kind,
          name: wish.name,
          role: wish.role,
          organization: wish.organization,
          contacts: wish.phone ? [{kind: 'phone', value: wish.phone, use: null}] : [],
          slot: hospital ? 'hospital-case-manager' : null,
        };
        return withMembers(state, (members) => [...members, member]);
      }),
    endMember: (key, end) =>
      save(`member:${key}`, (state) =>
        withMembers(state, (members) =>
          members.map((member) =>
            member.key === key ? {...member, ended: true, until: end.date, endReason: end.reason} : member,
          ),
        ),
      ),
  };
  const panel = fakePanel(initial, answers);
  return {
    ...panel,
    written,
    answerWith(next) {
      outcome = next && 'kind' in next ? {status: 'failed', problem: next} : next;
    },
    hold() {
      gate = new Promise((resolve) => (open = resolve));
    },
    release: () => open(),
  };
}

function withGoals(state: PanelState, change: (goals: readonly Goal[]) => readonly Goal[]): PanelState {
  if (state.goals.status !== 'ready') return state;
  return {...state, goals: {...state.goals, value: change(state.goals.value)}};
}

function withMembers(
  state: PanelState,
  change: (members: readonly TeamMember[]) => readonly TeamMember[],
): PanelState {
  if (state.team.status !== 'ready') return state;
  return {
    ...state,
    team: {...state.team, value: {...state.team.value, members: change(state.team.value.members)}},
  };
}

function changed(goal: Goal, change: GoalChange): Goal {
  const lifecycle = change.lifecycle ?? goal.lifecycle;
  return {...goal, ...change, lifecycle, statusDate: '2026-11-22'};
}

function blankGoal(id: string): Goal {
  return {
    id,
    version: '1',
    words: {text: '', lang: null},
    clinical: null,
    lifecycle: 'active',
    lifecycleCode: 'active',
    achievement: null,
    domain: null,
    dueDate: null,
    startDate: '2026-11-22',
    statusDate: null,
    statusReason: null,
    expressedBy: null,
    rank: null,
    readOnly: null,
  };
}

function blankMember(key: string): TeamMember {
  return {
    key,
    teamId: 'team',
    teamVersion: '2',
    kind: 'practitioner',
    name: null,
    reference: null,
    role: null,
    organization: null,
    contacts: [],
    since: '2026-11-22',
    until: null,
    ended: false,
    endReason: null,
    slot: null,
    readOnly: null,
  };
}
