import {html, nothing, type TemplateResult} from 'lit';
import type {PanelState} from '../../app/state.ts';
import type {Contact} from '../../domain/follow-up/contact.ts';
import type {FollowUpMessages} from '../../i18n/follow-up-words.ts';
import type {Localize} from '../shared/localize.ts';

/** What a row needs of the section it stands in. */
export interface ContactActs {
  /** Id of the contact that is about to be marked as a mistake. */
  readonly withdrawing: string;
  canWithdraw(contact: Contact): boolean;
  readonly saves: PanelState['saves'];
  /** Reference of the signed-in user, or null. */
  readonly user: string | null;
  /** Words of a goal by its id; null when it is none of the person's goals. */
  goal(id: string): string | null;
  /** Name of somebody by the reference; null when nobody is known. */
  nameOf(reference: string | null): string | null;
  ask(id: string): void;
  withdraw(id: string): void;
}

/** One contact: when, how, whether it reached somebody, with whom, what was said and what comes next. */
export function contactRow(
  contact: Contact,
  t: FollowUpMessages,
  text: Localize,
  acts: ContactActs,
): TemplateResult {
  const {id, day, mode, reached, goalIds, note, next} = contact;
  const way = mode === null ? t.otherMode : t.mode[mode];
  const goals = goalIds.flatMap((goal) => acts.goal(goal) ?? []);
  const by = byWords(contact, t, acts);
  return html`<li>
    <p>
      <span class="day">${text.format.shortDate(day)}</span>
      <b>${way}</b>, ${reached ? '' : html`${t.notReached.toLowerCase()}, `}${partyWords(contact, t, acts)}
    </p>
    ${note ? html`<p class="note" lang=${note.lang ?? nothing}>${note.text}</p>` : nothing}
    ${goals.map((words) => html`<p class="small muted">${t.about(words)}</p>`)}
    ${
      next
        ? html`<p class="small">
            ${[
              next.day ? t.nextOn(text.format.longDate(next.day)) : '',
              next.every ? t.nextEvery(text.format.number(next.every)) : '',
              next.text ? t.nextIs(next.text) : '',
            ]
              .filter(Boolean)
              .join('. ')}
          </p>`
        : nothing
    }
    <div class="foot">
      ${by ? html`<p class="small muted">${by}</p>` : nothing} ${withdrawing(contact, way, t, text, acts)}
    </div>
    <isp-save-state .save=${acts.saves[`contact:${id}`]}></isp-save-state>
  </li>`;
}

function partyWords({party, reached}: Contact, t: FollowUpMessages, acts: ContactActs): string {
  if (party.kind === 'patient') return reached ? t.withPerson : t.tryPerson;
  const name = party.name ?? acts.nameOf(party.reference) ?? t.noName;
  return reached ? t.with(name) : t.tryWith(name);
}

function byWords({by}: Contact, t: FollowUpMessages, acts: ContactActs): string {
  if (by === null) return '';
  if (by.reference !== null && by.reference === acts.user) return t.byYou;
  const name = by.name ?? acts.nameOf(by.reference);
  return name === null ? '' : t.by(name);
}

function withdrawing(
  contact: Contact,
  way: string,
  t: FollowUpMessages,
  text: Localize,
  acts: ContactActs,
): TemplateResult | typeof nothing {
  const {id, day, readOnly} = contact;
  const label = t.withdrawOf(way, text.format.longDate(day));
  if (acts.withdrawing === id) {
    return html`<div class="ask" role="group" aria-label=${label}>
      <p class="small">${t.withdrawAsk}</p>
      <button type="button" @click=${() => acts.withdraw(id)}>${t.withdrawYes}</button>
      <button type="button" id="keep" @click=${() => acts.ask('')}>${t.withdrawNo}</button>
    </div>`;
  }
  if (!acts.canWithdraw(contact) || readOnly !== null) return nothing;
  return html`<button class="quiet small" type="button" aria-label=${label} @click=${() => acts.ask(id)}>
    ${t.withdraw}
  </button>`;
}
