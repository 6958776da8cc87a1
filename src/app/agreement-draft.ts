import {agreementWays, type Agreement, type AgreementWay} from '../domain/plan-detail.ts';
import {listMembers} from './plan-view.ts';
import type {Draft, PanelState} from './state.ts';

/** Names of those who can agree: the person first, then those on the team who are people, then who agreed before. */
export function agreementNames(
  {patient, team}: Pick<PanelState, 'patient' | 'team'>,
  known: readonly Agreement[],
): readonly string[] {
  const person = patient.status === 'ready' ? patient.value : null;
  const own = person ? [person.given, person.family].filter(Boolean).join(' ') || person.nameText : null;
  const lists = team.status === 'ready' ? listMembers(team.value.members) : null;
  const members = lists ? [...lists.caseManagers, ...lists.hospitalCaseManagers, ...lists.others] : [];
  const people = members
    .filter(({kind}) => kind !== 'patient' && kind !== 'organization')
    .map(({name}) => name);
  return [
    ...new Set(
      [own, ...people, ...known.map(({name}) => name)].filter((name): name is string => Boolean(name)),
    ),
  ];
}

/** How somebody agreed, as the form shows it: a way, `unknown` for an agreement without one, or empty for none. */
export function wayOf(name: string, draft: Draft, known: readonly Agreement[]): string {
  const before = known.find((one) => one.name === name);
  return draft[`way.${name}`] ?? (before ? (before.way ?? 'unknown') : '');
}

/** The agreements after what a draft says (`way.<name>`, `other`, `otherWay`); those marked now are dated `today`. */
export function agreementsOf(draft: Draft, known: readonly Agreement[], today: string): readonly Agreement[] {
  const marked = new Map<string, AgreementWay | null>();
  for (const [field, value] of Object.entries(draft)) {
    if (field.startsWith('way.')) marked.set(field.slice('way.'.length), asWay(value));
  }
  const other = (draft['other'] ?? '').trim();
  if (other !== '') marked.set(other, asWay(draft['otherWay'] ?? 'verbal') ?? 'verbal');
  const kept = known.flatMap((one) => {
    if (!marked.has(one.name)) return [one];
    const way = marked.get(one.name) ?? null;
    marked.delete(one.name);
    return way === null ? [] : [way === one.way ? one : {...one, way, date: today}];
  });
  const added = [...marked].flatMap(([name, way]) => (way === null ? [] : [{name, way, date: today}]));
  return [...kept, ...added];
}

function asWay(value: string): AgreementWay | null {
  return agreementWays.find((way) => way === value) ?? null;
}
