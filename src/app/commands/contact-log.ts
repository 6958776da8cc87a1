import type {Contact, NewContact} from '../../domain/follow-up/contact.ts';
import {err, ok} from '../../domain/result.ts';
import {momentText, zoneOf} from '../../domain/time.ts';
import type {LineFacts} from '../../fhir/contact-lines.ts';
import {
  addedLine,
  logAddition,
  logLines,
  logWithdrawal,
  type LogAddition,
} from '../../fhir/write/contact-log-edit.ts';
import {logContext} from '../later/contacts.ts';
import type {RecordDesk} from '../record-desk.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {authorName} from './author-name.ts';
import {planIdOf} from './put-action.ts';
import {requestKey} from './request-key.ts';
import {save} from './save.ts';

type Put = (session: Session, state: PanelState, contact: Contact) => PanelState;

/** Puts a contact into the log of the plan, once, where the record takes contacts nowhere else. */
export function addToLog(
  session: Session,
  key: string,
  contact: NewContact,
  lang: string,
  put: Put,
): Promise<void> {
  const uuid = requestKey(session, key);
  return save<Contact>(session, {
    key,
    ability: 'updateCarePlan',
    async write() {
      const desk = await session.chart.desk();
      const writer = desk ? await desk.writer() : notSent;
      const planId = planIdOf(session.state());
      if (!desk || !writer.ok || planId === null) return notSent;
      const context = logContext(session, desk);
      const {stood} = session.memory;
      const repeated = stood.has(uuid);
      const lines = logLines((await desk.planRead())?.source?.json ?? null, context);
      const before = stood.get(uuid) ?? new Set(lines.map(({contact: {id}}) => id));
      stood.set(uuid, before);
      const facts = factsOf(session, desk, contact, lang);
      const wanted: LogAddition = {planId, contact, facts, before, repeated, context};
      const saved = await writer.value.update(logAddition(wanted, writer.value.by()), ({json}) => {
        const made = addedLine(json, wanted);
        if (made) desk.planWritten(json);
        return made;
      });
      if (saved.ok) return ok(saved.value);
      return saved.error.kind === 'problem' ? err(saved.error) : notSent;
    },
    apply: (state, value) => put(session, state, value),
  });
}

/** Marks a line of the log as a mistake. */
export function withdrawFromLog(
  session: Session,
  key: string,
  contact: Contact,
  lang: string,
  put: Put,
): Promise<void> {
  return save<Contact>(session, {
    key,
    ability: 'updateCarePlan',
    async write() {
      const desk = await session.chart.desk();
      const writer = desk ? await desk.writer() : notSent;
      const planId = planIdOf(session.state());
      if (!desk || !writer.ok || planId === null) return notSent;
      const edit = logWithdrawal(planId, contact, logContext(session, desk), writer.value.by(), lang);
      const saved = await writer.value.update(edit, ({json}) => {
        desk.planWritten(json);
        return {...contact, mistaken: true};
      });
      if (saved.ok) return ok(saved.value);
      return saved.error.kind === 'problem' ? err(saved.error) : notSent;
    },
    apply: (state, value) => put(session, state, value),
  });
}

/** What a line says beside the contact: the local time of today's, the goal in words, who writes. */
function factsOf(session: Session, {user, zone}: RecordDesk, contact: NewContact, lang: string): LineFacts {
  const state = session.state();
  const goals = state.goals.status === 'ready' ? state.goals.value : [];
  const now = zoneOf(zone).read(new Date(session.now()).toISOString());
  return {
    time: contact.day === session.today() && now ? momentText(now).slice(11, 16) : null,
    goal: goals.find(({id}) => id === contact.goalIds[0])?.words.text ?? null,
    by: user === null ? null : authorName(state, [{reference: user, display: null}]),
    lang,
  };
}

const notSent = err({kind: 'problem', problem: {kind: 'offline'}} as const);
