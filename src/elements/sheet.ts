import {html, nothing, type TemplateResult} from 'lit';
import type {PlanCopy} from '../app/take-away/plan-copy.ts';
import type {Action} from '../domain/action.ts';
import {crisisTopics} from '../domain/plan-detail.ts';
import type {Words} from '../domain/text.ts';
import type {CopyLanguage} from './copy-language.ts';
import {copiedPerson, ownerName, phonesOf} from './copy-words.ts';
import {roleWords} from './member-words.ts';

/** Whom a printed copy is for. */
export const audiences = ['patient', 'team', 'community'] as const;

export type Audience = (typeof audiences)[number];

/** Parts that can be chosen, in the order in which they stand on the paper. */
const sheetParts = ['use', 'matters', 'goals', 'actions', 'crisis', 'team', 'review'] as const;

export type SheetPart = (typeof sheetParts)[number];

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
  const there: Readonly<Record<SheetPart, boolean>> = {
    use: audience === 'team',
    matters: copy.topics.some(([topic]) => audience === 'team' || topic === 'matters'),
    goals: copy.goals.length > 0,
    actions: copy.otherActions.length > 0 || copy.goals.some(({actions}) => actions.length > 0),
    crisis: copy.crisis !== null,
    team: copy.team.length > 0,
    review: copy.nextReview !== null,
  };
  return sheetParts.filter((part) => there[part]);
}

/**
 * A copy for paper. The person's speaks in the first person, without scores, counts, health number or clinical wording;
 * a partner's has no more of the person than the name; the team's says whose it is by birth date and number too.
 *
 * @param use the use of services in words, for the team's copy.
 */
export function sheet(
  copy: PlanCopy,
  {audience, parts, without, large}: SheetChoice,
  language: CopyLanguage,
  use: readonly string[],
): TemplateResult {
  const {localization, words} = language;
  const {format} = localization;
  const t = audience === 'patient' ? words.mine : words.theirs;
  const goals = copy.goals.filter(({goal}) => !without.has(goal.id));
  const has = (part: SheetPart): boolean => parts.has(part);
  const matters = copy.topics.find(([topic]) => topic === 'matters')?.[1] ?? null;
  const topics = audience === 'team' ? copy.topics.filter(([topic]) => topic !== 'matters') : [];
  return html`<article class=${large ? 'sheet large' : 'sheet'} lang=${localization.language}>
    <header>
      <h1>${t.title}</h1>
      <p class="whose">${audience === 'team' ? copiedPerson(copy, words.theirs, format) : fullName(copy)}</p>
    </header>
    ${
      has('use') && use.length > 0
        ? html`<h2>${words.theirs.use}</h2>
            <ul>
              ${use.map((line) => html`<li>${line}</li>`)}
            </ul>`
        : nothing
    }
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
                    ${has('actions') ? steps(actions, audience, language) : nothing}
                  </li>`,
              )}
            </ol>`
        : nothing
    }
    ${
      has('actions') && copy.otherActions.length > 0
        ? html`<h2>${t.otherActions}</h2>
            ${steps(copy.otherActions, audience, language)}`
        : nothing
    }
    ${has('crisis') ? crisis(copy, t) : nothing} ${has('team') ? people(copy, t, language) : nothing}
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
    <footer>${t.footer(format.longDate(copy.day))}</footer>
  </article>`;
}

function fullName({person}: PlanCopy): string {
  return [person?.given, person?.family].filter(Boolean).join(' ');
}

function said({text, lang}: Words): TemplateResult {
  return html`<p class="words" lang=${lang ?? nothing}>${text}</p>`;
}

function steps(actions: readonly Action[], audience: Audience, {localization, words}: CopyLanguage): unknown {
  if (actions.length === 0) return nothing;
  const t = audience === 'patient' ? words.mine : words.theirs;
  return html`<ul>
    ${actions.map(({what, who, due}) => {
      const name = ownerName(who, t.me);
      const facts = [name && t.who(name), due && t.by(localization.format.longDate(due))].filter(Boolean);
      return html`<li>
        <span class="words" lang=${what.lang ?? nothing}>${what.text}</span>
        ${facts.length > 0 ? html`<span class="facts"> – ${facts.join(', ')}</span>` : nothing}
      </li>`;
    })}
  </ul>`;
}

function crisis(
  {crisis: plan}: PlanCopy,
  t: CopyLanguage['words']['mine' | 'theirs'],
): TemplateResult | typeof nothing {
  if (!plan) return nothing;
  const topics = crisisTopics.filter((topic) => plan[topic]);
  if (topics.length === 0 && !plan.other) return nothing;
  return html`<h2>${t.crisis}</h2>
    <dl>
      ${topics.map((topic) => {
        const words = plan[topic];
        return html`<dt>${t.crisisTopics[topic]}</dt>
          <dd class="words" lang=${words?.lang ?? nothing}>${words?.text}</dd>`;
      })}
    </dl>
    ${plan.other ? said(plan.other) : nothing}`;
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
