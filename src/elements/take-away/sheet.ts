import {html, nothing, type TemplateResult} from 'lit';
import type {PlanCopy} from '../../app/take-away/plan-copy.ts';
import {roleOf} from '../../domain/roles.ts';
import type {CopyLanguage} from './copy-language.ts';
import {copiedPerson, phonesOf} from './copy-words.ts';
import {crisis, decisions, list, said, steps} from './sheet-parts.ts';
import {roleWords} from '../team/member-words.ts';

/** Whom a printed copy is for. */
export const audiences = ['patient', 'team', 'agenda', 'meeting', 'community'] as const;

export type Audience = (typeof audiences)[number];

/** Parts that can be chosen, in the order in which they stand on the paper. */
const sheetParts = [
  'use',
  'people',
  'first',
  'due',
  'matters',
  'goals',
  'actions',
  'overdue',
  'needs',
  'crisis',
  'team',
  'review',
  'decisions',
  'notes',
] as const;

export type SheetPart = (typeof sheetParts)[number];

const agendaParts: readonly SheetPart[] = [
  'people',
  'first',
  'matters',
  'goals',
  'overdue',
  'needs',
  'crisis',
  'review',
  'decisions',
  'notes',
];

/** What goes on one sheet. */
export interface SheetChoice {
  readonly audience: Audience;
  readonly parts: ReadonlySet<SheetPart>;
  /** Keys of goals that are left off. */
  readonly without: ReadonlySet<string>;
  readonly large: boolean;
}

/** The parts that there is something to say of, and that this audience can get: visits are counted for colleagues alone. */
export function partsFor(audience: Audience, copy: PlanCopy): readonly SheetPart[] {
  // At a meeting what is not there is a point too.
  if (audience === 'agenda') return agendaParts;
  const there: Partial<Record<SheetPart, boolean>> = {
    use: audience === 'team' || audience === 'meeting',
    due: audience === 'meeting',
    matters: copy.topics.some(([topic]) => audience === 'team' || topic === 'matters'),
    goals: copy.goals.length > 0,
    actions: copy.otherActions.length > 0 || copy.goals.some(({actions}) => actions.length > 0),
    crisis: copy.crisis !== null,
    team: copy.team.length > 0,
    review: copy.nextReview !== null,
    decisions: audience === 'meeting',
  };
  return sheetParts.filter((part) => there[part]);
}

/**
 * A copy for paper. The person's speaks in the first person, without scores, counts, health number or clinical wording;
 * a partner's has no more of the person than the name; the team's says whose it is by birth date and number too.
 *
 * The sheet of a clinic meeting is one page: what is due, the first three goals, and room for what is decided.
 *
 * @param lines the use of services and what is due in words, for those who work together.
 */
export function sheet(
  copy: PlanCopy,
  {audience, parts, without, large}: SheetChoice,
  language: CopyLanguage,
  {use, due}: {readonly use: readonly string[]; readonly due: readonly string[]},
): TemplateResult {
  const {localization, words} = language;
  const {format} = localization;
  const t = audience === 'patient' ? words.mine : words.theirs;
  const isMeeting = audience === 'meeting';
  const goals = copy.goals
    .filter(({goal}) => !without.has(goal.id))
    .slice(0, isMeeting ? meetingGoals : undefined);
  const has = (part: SheetPart): boolean => parts.has(part);
  const matters = copy.topics.find(([topic]) => topic === 'matters')?.[1] ?? null;
  const topics = audience === 'team' ? copy.topics.filter(([topic]) => topic !== 'matters') : [];
  return html`<article
    class=${['sheet', ...(large ? ['large'] : isMeeting ? ['compact'] : [])].join(' ')}
    lang=${localization.language}
  >
    <header>
      <h1>${isMeeting ? words.theirs.meetingTitle : t.title}</h1>
      <p class="whose">
        ${audience === 'team' || isMeeting ? copiedPerson(copy, words.theirs, format) : fullName(copy)}
      </p>
    </header>
    ${
      has('use') && use.length > 0
        ? html`<h2>${words.theirs.use}</h2>
            <ul>
              ${use.map((line) => html`<li>${line}</li>`)}
            </ul>`
        : nothing
    }
    ${has('due') ? list(words.theirs.due, due) : nothing}
    ${
      has('matters') && matters
        ? html`<h2>${audience === 'patient' ? words.mine.matters : words.theirs.topics.matters}</h2>
            ${said(matters)}`
        : nothing
    }
    ${
      has('matters')
        ? topics.map(
            ([topic, text]) =>
              html`<h2>${words.theirs.topics[topic]}</h2>
                ${said(text)}`,
          )
        : nothing
    }
    ${
      has('goals') && goals.length > 0
        ? html`<h2>${t.goals}</h2>
            <ol>
              ${goals.map(
                ({goal, actions}) =>
                  html`<li>
                    <span class="words" lang=${goal.words.lang ?? nothing}>${goal.words.text}</span>
                    ${
                      goal.dueDate
                        ? html`<span class="facts"> – ${t.by(format.longDate(goal.dueDate))}</span>`
                        : nothing
                    }
                    ${has('actions') ? steps(actions, t, language) : nothing}
                  </li>`,
              )}
            </ol>`
        : nothing
    }
    ${
      has('actions') && copy.otherActions.length > 0
        ? html`<h2>${t.otherActions}</h2>
            ${steps(copy.otherActions, t, language)}`
        : nothing
    }
    ${has('crisis') ? crisis(copy, t) : nothing}
    ${has('team') ? people(isMeeting ? withoutMost(copy) : copy, t, language) : nothing}
    ${
      has('review') && copy.nextReview
        ? html`<h2>${words.sheet.parts.review}</h2>
            <p>
              ${
                audience === 'patient'
                  ? words.mine.review(format.longDate(copy.nextReview))
                  : format.longDate(copy.nextReview)
              }
            </p>`
        : nothing
    }
    ${has('decisions') ? decisions(words.theirs.decisions) : nothing}
    <footer>${t.footer(format.longDate(copy.day))}</footer>
  </article>`;
}

/** Goals that a meeting speaks of: the others are folded, as on the screen. */
const meetingGoals = 3;

/** At a meeting of the clinic those who lead are named: the case managers and the physicians. */
function withoutMost(copy: PlanCopy): PlanCopy {
  const leads = ['family-physician', 'physician', 'nurse-practitioner'];
  const isLead = ({slot, role}: PlanCopy['team'][number]): boolean =>
    slot !== null || leads.includes(roleOf(role?.coded ?? null) ?? '');
  return {...copy, team: copy.team.filter(isLead)};
}

function fullName({person}: PlanCopy): string {
  return [person?.given, person?.family].filter(Boolean).join(' ');
}

function people(
  {team}: PlanCopy,
  t: CopyLanguage['words']['mine' | 'theirs'],
  {localization}: CopyLanguage,
): TemplateResult | typeof nothing {
  if (team.length === 0) return nothing;
  return html`<h2>${t.team}</h2>
    <ul class="people">
      ${team.map((member) => {
        const phones = phonesOf(member);
        const who = [member.name, roleWords(member, localization.messages.team), member.organization];
        return html`<li>
          <span>${who.filter(Boolean).join(', ')}</span>
          ${
            phones.length > 0
              ? phones.map((phone) => html`<span class="phone">${phone}</span>`)
              : html`<span class="facts">${t.noPhone}</span>`
          }
        </li>`;
      })}
    </ul>`;
}
