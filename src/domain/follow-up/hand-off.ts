import type {Action, ActionOwner} from '../action.ts';
import type {CaseManagerSlot, TeamMember} from '../care-team.ts';
import {compare} from '../compare.ts';
import {dayText, parseDay} from '../time.ts';
import type {CountedEvent} from '../use-proof.ts';

/** What one of the two case managers might do after a visit to the emergency department or a stay. */
export interface HandOff {
  /** Names the suggestion: of one event, for one of the two. */
  readonly key: string;
  readonly slot: CaseManagerSlot;
  /** Null when nobody is named in that place. */
  readonly who: ActionOwner | null;
  readonly event: 'ed-visit' | 'stay';
  /** True while the stay goes on. */
  readonly ongoing: boolean;
  /** Local day (YYYY-MM-DD) on which the event began. */
  readonly day: string;
  readonly site: string;
  /** Local day by which it is due: two working days after the end; null while the stay goes on. */
  readonly due: string | null;
}

/** An event of longer ago asks for a review of the plan, and no more for a call. */
const recentDays = 30;

const slots: readonly CaseManagerSlot[] = ['case-manager', 'hospital-case-manager'];

/**
 * What is suggested to both case managers after what is new since `reviewed` (the last review of the plan, or null) and not
 * older than thirty days, the newest first. An event that is already spoken of in an action of the same person, by its
 * day, is left out. Nothing here is written by itself.
 */
export function handOffs(
  included: readonly CountedEvent[],
  members: readonly TeamMember[],
  actions: readonly Action[],
  reviewed: string | null,
  today: string,
): readonly HandOff[] {
  const now = parseDay(today);
  if (now === null) return [];
  const from = dayText(now - recentDays);
  return included
    .filter(({kind, flags, localDate}) => isNew({kind, flags, localDate}, from, reviewed, today))
    .toSorted((a, b) => compare(b.localDate, a.localDate))
    .flatMap((event) => slots.map((slot) => handOffOf(event, slot, members)))
    .filter((one) => !actions.some((action) => isAbout(action, one)));
}

function isNew(
  {kind, flags, localDate}: Pick<CountedEvent, 'kind' | 'flags' | 'localDate'>,
  from: string,
  reviewed: string | null,
  today: string,
): boolean {
  // An ED visit that was admitted goes on in the stay, which speaks for both.
  if (kind !== 'stay' && (kind !== 'ed-visit' || flags.includes('admitted'))) return false;
  if (parseDay(localDate) === null || localDate > today) return false;
  return localDate >= from && (reviewed === null || localDate > reviewed);
}

function handOffOf(event: CountedEvent, slot: CaseManagerSlot, members: readonly TeamMember[]): HandOff {
  const member = members.find((one) => one.slot === slot && !one.ended && one.name !== null);
  const ongoing = event.flags.includes('ongoing');
  const end = event.end?.slice(0, 10) ?? event.localDate;
  return {
    key: `hand-off:${event.id}:${slot}`,
    slot,
    who: member ? {kind: 'practitioner', reference: member.reference, name: member.name} : null,
    event: event.kind === 'stay' ? 'stay' : 'ed-visit',
    ongoing,
    day: event.localDate,
    site: event.site,
    due: ongoing ? null : workingDaysAfter(end, 2),
  };
}

/** The local day so many working days (Monday to Friday) after another; holidays are not known here. */
export function workingDaysAfter(day: string, n: number): string | null {
  let at = parseDay(day);
  if (at === null) return null;
  for (let left = n; left > 0;) {
    at += 1;
    // Day 0 was a Thursday.
    const weekday = (at + 4) % 7;
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return dayText(at);
}

/** An action that names the day of the event, in the hands of the same person. */
function isAbout({what, who, state}: Action, {day, who: wanted}: HandOff): boolean {
  if (state === 'entered-in-error' || !what.text.includes(day)) return false;
  if (who === null || wanted === null) return who === wanted;
  return who.reference !== null && wanted.reference !== null
    ? who.reference === wanted.reference
    : who.name === wanted.name;
}
