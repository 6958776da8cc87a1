import {planCopy, type PlanCopy} from '../../app/take-away/plan-copy.ts';
import type {PanelState} from '../../app/state.ts';
import type {Action} from '../../domain/action.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import {crisisTopics} from '../../domain/plan-detail.ts';
import type {TakeAwayMessages} from '../../i18n/take-away-words.ts';
import {useLines, type CopyLanguage} from './copy-language.ts';
import {copiedPerson, ownerName, phonesOf, told} from './copy-words.ts';
import {consentLines, recordedConsent} from '../team/consent-lines.ts';
import {roleWords} from '../team/member-words.ts';

/**
 * The chart as a note in plain text, for a record that takes nothing else: whose it is, the use of services with its
 * completeness, the plan, goals with their actions, the crisis plan, the team. A part that could not be read says so.
 */
export function copyNote(state: PanelState, language: CopyLanguage): string {
  const {words, localization} = language;
  const {format, messages} = localization;
  const copy = planCopy(state, localization.language);
  const t = words.theirs;
  const blocks: string[][] = [
    [heading(t.title), copiedPerson(copy, t, format), t.copyOf(format.longDate(copy.day))],
    [heading(t.use), ...useLines(state, language).map((line) => `- ${line}`)],
    [heading(t.plan), ...planLines(copy, language)],
    [
      heading(t.goals),
      ...(copy.goals.length === 0 && !copy.missing.includes('goals') ? [t.noGoals] : []),
      ...copy.goals.flatMap(({goal, actions}, at) => [
        `${at + 1}. ${t.quote(oneLine(goal.words.text))}${tail([
          goal.dueDate && t.by(format.longDate(goal.dueDate)),
          goal.achievement && messages.plan.achievement[goal.achievement],
        ])}`,
        ...(goal.clinical ? [`   ${t.clinical(oneLine(goal.clinical.text))}`] : []),
        ...actions.map((action) => `   ${actionLine(action, language)}`),
      ]),
      ...told(copy, 'goals', t),
    ],
  ];
  if (copy.otherActions.length > 0 || copy.missing.includes('actions')) {
    const lines = copy.otherActions.map((action) => actionLine(action, language));
    blocks.push([heading(t.otherActions), ...lines, ...told(copy, 'actions', t)]);
  }
  const crisis = crisisLines(copy, t);
  if (crisis.length > 0) blocks.push([heading(t.crisis), ...crisis]);
  blocks.push([
    heading(t.team),
    ...(copy.team.length === 0 && !copy.missing.includes('team') ? [t.noTeam] : []),
    ...copy.team.flatMap((member) => [
      `- ${[
        member.name,
        roleWords(member, messages.team),
        member.organization,
        phonesOf(member).join(', ') || t.noPhone,
      ]
        .filter(Boolean)
        .join(', ')}`,
      ...aboutLines(member, state, language),
    ]),
    ...told(copy, 'team', t),
  ]);
  return `${blocks.map((lines) => lines.filter(Boolean).join('\n')).join('\n\n')}\n`;
}

function planLines(copy: PlanCopy, {localization, words}: CopyLanguage): readonly string[] {
  const {format, messages} = localization;
  const t = words.theirs;
  if (copy.missing.includes('plan')) return [t.missing.plan];
  const date = (value: string | null): string | null => value && format.longDate(value.slice(0, 10));
  const state =
    copy.status === null
      ? messages.plan.none
      : messages.plan.line(copy.status, date(copy.start), date(copy.end));
  const reviews = [
    copy.reviewed && t.reviewed(format.longDate(copy.reviewed)),
    copy.nextReview && t.nextReview(format.longDate(copy.nextReview)),
  ];
  return [
    `- ${state}${tail(reviews)}`,
    ...copy.topics.map(([topic, {text}]) => `- ${t.pair(t.topics[topic] ?? '', t.quote(oneLine(text)))}`),
    ...told(copy, 'plan', t),
  ];
}

function crisisLines({crisis}: PlanCopy, t: TakeAwayMessages['theirs']): readonly string[] {
  if (!crisis) return [];
  const topics = crisisTopics.flatMap((topic) => {
    const words = crisis[topic];
    return words ? [`- ${t.pair(t.crisisTopics[topic], oneLine(words.text))}`] : [];
  });
  return crisis.other ? [...topics, `- ${oneLine(crisis.other.text)}`] : topics;
}

function actionLine({what, who, due}: Action, {localization, words}: CopyLanguage): string {
  const t = words.theirs;
  return `- ${oneLine(what.text)}${tail([ownerName(who, t.me), due && t.by(localization.format.longDate(due))])}`;
}

/** When a member is there, who answers otherwise, and whether something may be shared with them. */
function aboutLines(
  member: TeamMember,
  state: PanelState,
  {localization, consent, member: t}: CopyLanguage,
): readonly string[] {
  const {about} = member;
  const said = (['hours', 'substitute', 'consent'] as const).flatMap((topic) => {
    const words = about?.[topic];
    return words ? [[topic, t.said(t.topic[topic], words)] as const] : [];
  });
  const isRecorded = recordedConsent(member, state) !== null;
  const recorded = consentLines(member, state, consent, t.noConsent, localization.format);
  // A consent of the record says more than what the team was told once.
  const kept = said.filter(([topic]) => topic !== 'consent' || !isRecorded);
  return [...kept.map(([, words]) => words), ...recorded].map((words) => `  - ${oneLine(words)}`);
}

function tail(parts: readonly (string | null | false)[]): string {
  return parts
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('');
}

function heading(text: string): string {
  return text.toLocaleUpperCase();
}

/** A line of its own stays one: what somebody typed over several lines cannot look like another part of the note. */
function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*[\r\n\u2028\u2029]+\s*/gu, ' / ');
}
