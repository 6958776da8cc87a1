import {html, nothing, type TemplateResult} from 'lit';
import type {Expected, MeetingAgenda} from '../../app/take-away/meeting-agenda.ts';
import type {CopyPart, PlanCopy} from '../../app/take-away/plan-copy.ts';
import type {PlanTopic} from '../../domain/plan-detail.ts';
import {roleWords} from '../team/member-words.ts';
import type {CopyLanguage} from './copy-language.ts';
import {copiedPerson, told} from './copy-words.ts';
import type {SheetChoice, SheetPart} from './sheet.ts';
import {crisis, decisions, said, steps} from './sheet-parts.ts';

/** What goes on an agenda; `day` (YYYY-MM-DD) is that of the meeting, empty to write it by hand. */
export type AgendaChoice = Omit<SheetChoice, 'audience'> & {readonly day: string};

/** Empty lines for notes. */
const lines = 5;

/**
 * The agenda of a meeting with the person and the team, in the order of the meeting's screens: who is expected, what to
 * talk about first, what matters, the goals, what is overdue, needs, the crisis plan to read back, the next review; and
 * room to write. What is not recorded is a point too, and what could not be read is said on the paper itself.
 */
export function agendaSheet(
  copy: PlanCopy,
  {people, first, overdue, plansKnown}: MeetingAgenda,
  {parts, without, large, day}: AgendaChoice,
  language: CopyLanguage,
): TemplateResult {
  const {localization, words} = language;
  const {format} = localization;
  const t = words.theirs;
  const a = t.agenda;
  const goals = copy.goals.filter(({goal}) => !without.has(goal.id));
  const unknown = (part: CopyPart): readonly TemplateResult[] =>
    told(copy, part, t).map((line) => html`<p class="facts">${line}</p>`);
  const topic = (name: PlanTopic): TemplateResult => {
    const text = copy.topics.find(([one]) => one === name)?.[1];
    if (text) return said(text);
    return html`<p class="facts">${plansKnown ? a.notRecorded : t.missing.plan}</p>`;
  };
  const points: Partial<Record<SheetPart, () => unknown>> = {
    people: () =>
      html`<h2>${a.people}</h2>
        <ul class="expected">
          ${people.map((one) => expected(one, language))}
        </ul>
        ${unknown('team')}`,
    first: () =>
      html`<h2>${a.first}</h2>
        ${first ? html`<p class="words">${first}</p>` : rule(1)}`,
    matters: () =>
      html`<h2>${t.topics.matters}</h2>
        ${topic('matters')}`,
    goals: () =>
      html`<h2>${t.goals}</h2>
        ${
          goals.length > 0
            ? html`<ol>
                ${goals.map(
                  ({goal}) =>
                    html`<li>
                      <span class="words" lang=${goal.words.lang ?? nothing}>${goal.words.text}</span>
                      ${
                        goal.dueDate
                          ? html`<span class="facts"> – ${t.by(format.longDate(goal.dueDate))}</span>`
                          : nothing
                      }
                    </li>`,
                )}
              </ol>`
            : copy.goals.length > 0 || isUnsure(copy, 'goals')
              ? nothing
              : html`<p class="facts">${t.noGoals}</p>`
        }
        ${unknown('goals')}`,
    overdue: () =>
      html`<h2>${a.overdue}</h2>
        ${
          overdue.length > 0
            ? steps(overdue, t, language)
            : isUnsure(copy, 'actions')
              ? nothing
              : html`<p class="facts">${a.noOverdue}</p>`
        }
        ${unknown('actions')}`,
    needs: () =>
      html`<h2>${t.topics.needs}</h2>
        ${topic('needs')}`,
    crisis: () =>
      copy.crisis
        ? crisis(copy, {...t, crisis: a.crisis})
        : html`<h2>${a.crisis}</h2>
            <p class="facts">${plansKnown ? a.noCrisis : t.missing.plan}</p>`,
    review: () =>
      html`<h2>${words.sheet.parts.review}</h2>
        <p class=${copy.nextReview ? '' : 'facts'}>
          ${copy.nextReview ? format.longDate(copy.nextReview) : plansKnown ? a.noReview : t.missing.plan}
        </p>`,
    decisions: () => decisions(t.decisions),
    notes: () =>
      html`<h2>${a.notes}</h2>
        ${rule(lines)}`,
  };
  return html`<article class=${large ? 'sheet large' : 'sheet'} lang=${localization.language}>
    <header>
      <h1>${a.title}</h1>
      <p class="whose">${copiedPerson(copy, t, format)}</p>
    </header>
    <p class="when">
      <span>${t.pair(a.day, day ? format.longDate(day) : '')}</span>
      <span>${t.pair(a.place, '')}</span>
    </p>
    ${[...parts].map((part) => points[part]?.())}
    <footer>${t.footer(format.longDate(copy.day))}</footer>
  </article>`;
}

/** Somebody who is expected: a box to tick, or what was noted in the meeting. */
function expected({member, name, noted}: Expected, {localization, words}: CopyLanguage): TemplateResult {
  const t = words.theirs;
  const role = member ? roleWords(member, localization.messages.team) : t.me;
  return html`<li class=${noted ? 'noted' : ''}>
    ${[name, role, member?.organization, noted && t.agenda.noted[noted]].filter(Boolean).join(', ')}
  </li>`;
}

/** Whether a part is not known, or not wholly: then nothing is said to be absent. */
function isUnsure({missing, partial}: PlanCopy, part: CopyPart): boolean {
  return missing.includes(part) || partial.includes(part);
}

function rule(count: number): TemplateResult {
  return html`<div class="rules" aria-hidden="true">
    ${Array.from({length: count}, () => html`<p></p>`)}
  </div>`;
}
