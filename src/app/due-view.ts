import {isUser, type TeamMember} from '../domain/care-team.ts';
import {cadence, type Cadence} from '../domain/follow-up/cadence.ts';
import {dueList, type DueItem, type DuePart} from '../domain/follow-up/due.ts';
import {currentEnrolment} from '../domain/follow-up/enrolment.ts';
import {lastDischarge, type LastDischarge} from '../domain/follow-up/last-discharge.ts';
import {defaultFollowUpWindows, type FollowUpWindows} from '../domain/follow-up/windows.ts';
import {dueMeasures, measureGrid} from '../domain/measures/measure-grid.ts';
import {byParts} from './by-parts.ts';
import {consentEnds} from './consent-ends.ts';
import type {PanelState, Section} from './state.ts';

/** What is due, with what could not be looked at. */
export interface DueView {
  readonly items: readonly DueItem[];
  /** Null until the contacts were read, and when they could not be. */
  readonly cadence: Cadence | null;
  readonly discharge: LastDischarge | null;
  readonly windows: FollowUpWindows;
  /** True until every part that can be read has been. */
  readonly loading: boolean;
  /** Parts that could not be read, or not all of them: what they would show is not in the list. */
  readonly missing: readonly DuePart[];
  /** True after the person's death: nothing is due then. */
  readonly died: boolean;
}

type Parts = Pick<PanelState, (typeof parts)[number]>;

const parts = ['today', 'use', 'patient', 'team', 'later', 'context', 'followUp'] as const;

/** Made again only when what it is made of is another one. */
export const dueView = byParts(parts, viewOf);

function viewOf({today, use, patient, team, later, context, followUp}: Parts): DueView {
  const windows: FollowUpWindows = {...defaultFollowUpWindows, ...followUp};
  const contacts = valueOf(later.contacts);
  const plan = valueOf(later.plan)?.plan ?? null;
  const proof = use.status === 'ready' ? use.value.proof : null;
  const index = proof?.index ?? null;
  const measures = valueOf(later.measures);
  const died = patient.status === 'ready' && patient.value.deceased;
  const rhythm = contacts && cadence(contacts, index ?? plan?.start?.slice(0, 10) ?? null, today, windows);
  // Without the contacts nobody knows whether there was one since.
  const discharge = proof && contacts ? lastDischarge(proof.included, contacts, today) : null;
  const facts = {
    discharge,
    cadence: rhythm,
    actions: valueOf(later.actions),
    plan,
    measures: measures && dueMeasures(measureGrid(measures, index, today)),
    consents: consentEnds(valueOf(team)?.members ?? [], valueOf(later.consents) ?? []),
    enrolled: currentEnrolment(valueOf(later.enrolments) ?? [])?.state ?? null,
    user: referencesOf(context?.user ?? null, valueOf(team)?.members ?? []),
  };
  const read: readonly (readonly [DuePart, Section<unknown> | undefined])[] = [
    ['contacts', later.contacts],
    ['actions', later.actions],
    ['plan', later.plan],
    ['measures', later.measures],
    ['use', use],
  ];
  const isPart = (section: Section<unknown>): boolean =>
    section.status === 'failed' ||
    (section.status === 'ready' && section.gaps.some(({reason}) => reason !== 'loading'));
  return {
    items: died ? [] : dueList(facts, today, windows),
    cadence: rhythm,
    discharge,
    windows,
    // Until all contacts are there nobody knows which was the last.
    loading:
      read.some(([, section]) => !section || section.status === 'loading') || isReading(later.contacts),
    missing: read.flatMap(([name, section]) => (section && isPart(section) ? [name] : [])),
    died,
  };
}

function referencesOf(user: string | null, members: readonly TeamMember[]): readonly string[] {
  if (user === null) return [];
  const own = members.filter((member) => isUser(member, user));
  return [user, ...own.flatMap(({reference}) => reference ?? [])];
}

function isReading(section: Section<unknown> | undefined): boolean {
  return section?.status === 'ready' && section.gaps.some(({reason}) => reason === 'loading');
}

function valueOf<T>(section: Section<T> | undefined): T | null {
  return section?.status === 'ready' ? section.value : null;
}
