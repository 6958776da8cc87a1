import type {Contact, NewContact} from '../../domain/follow-up/contact.ts';
import {
  contactLine,
  oneLine,
  readContactLines,
  withdrawnLine,
  type LineFacts,
  type LogContext,
} from '../contact-lines.ts';
import {mapPlanDetail} from '../map-plan-detail.ts';
import type {Authorship} from './annotation.ts';
import type {Document} from './document.ts';
import type {Edit} from './settle-update.ts';
import {setTopic} from './topic-note.ts';

/** One contact to be put into the log of the plan once, whatever the number of attempts. */
export interface LogAddition {
  readonly planId: string;
  readonly contact: NewContact;
  readonly facts: LineFacts;
  /** Ids of the lines that stood before the first attempt: none of them is what it made. */
  readonly before: ReadonlySet<string>;
  /** Whether the same was tried before. */
  readonly repeated: boolean;
  readonly context: LogContext;
}

/** What a line of the log can hold of a contact: names instead of addresses, no line breaks, no language. */
export function asLine({
  contact,
  facts,
  context,
}: Pick<LogAddition, 'contact' | 'facts' | 'context'>): Contact {
  const line = contactLine(contact, facts);
  return readContactLines(line, context)[0]!.contact;
}

/** The lines of the log in one version of the plan. */
export function logLines(json: unknown, context: LogContext): ReturnType<typeof readContactLines> {
  return readContactLines(mapPlanDetail(json, context.zone)?.contacts?.text ?? '', context);
}

/** What an addition has made in one version of the plan; null when it is not there. */
export function addedLine(json: unknown, wanted: LogAddition): Contact | null {
  const ours = asLine(wanted);
  const isOurs = (contact: Contact): boolean =>
    !wanted.before.has(contact.id) && says(contact) === says(ours);
  return logLines(json, wanted.context).find(({contact}) => isOurs(contact))?.contact ?? null;
}

/** Adding a contact to the log of the plan: the newest line stands first, all others stay as they are. */
export function logAddition(wanted: LogAddition, by: Authorship): Edit<never> {
  const {planId, contact, facts, repeated, context} = wanted;
  return {
    what: 'CarePlan',
    id: planId,
    wanted: 1,
    decide({json}, sent) {
      if ((sent || repeated) && addedLine(json, wanted)) return {kind: 'nothing', merged: []};
      const log = mapPlanDetail(json, context.zone)?.contacts ?? null;
      const text = [contactLine(contact, facts), ...(log ? [log.text] : [])].join('\n');
      return {
        kind: 'edit',
        merged: [],
        apply: (plan) => setTopic(plan, 'contacts', {text, lang: log?.lang ?? facts.lang}, by),
      };
    },
    missing: ({json}) => (addedLine(json, wanted) ? [] : ['contact']),
  };
}

/** Marking a line of the log as a mistake: it stays where it is, and counts no more. */
export function logWithdrawal(
  planId: string,
  contact: Contact,
  context: LogContext,
  by: Authorship,
  lang: string,
): Edit<never> {
  const found = ({json}: Pick<Document, 'json'>): string | null =>
    logLines(json, context).find((one) => one.contact.id === contact.id)?.line ?? null;
  return {
    what: 'CarePlan',
    id: planId,
    wanted: 1,
    decide({json}) {
      const line = found({json});
      if (line === null) return {kind: 'nothing', merged: []};
      const log = mapPlanDetail(json, context.zone)?.contacts ?? null;
      const lines = (log?.text ?? '').split(/\r?\n/u);
      const nth = Number(/\.(\d+)$/u.exec(contact.id)?.[1] ?? 0);
      const places = lines.flatMap((one, at) => (one === line ? [at] : []));
      lines[places[nth] ?? places[0] ?? 0] = withdrawnLine(line.trim(), lang);
      return {
        kind: 'edit',
        merged: [],
        apply: (plan) => setTopic(plan, 'contacts', {text: lines.join('\n'), lang: log?.lang ?? null}, by),
      };
    },
    missing: (version) => (found(version) === null ? [] : ['mistaken']),
  };
}

/** What a contact says, whatever its time and who made it: by that a repetition is recognized. */
function says({mode, reached, party, day, goalIds, note, next, mistaken}: Contact): string {
  return JSON.stringify([mode, reached, party.name, day, goalIds, oneLine(note?.text ?? ''), next, mistaken]);
}
