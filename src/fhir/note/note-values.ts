import type {Action, ActionOwner, ActionState} from '../../domain/action.ts';
import type {NoteAction, NoteActionStatus, NoteMember} from '../../domain/note/isp-note.ts';
import type {Coded} from '../../domain/text.ts';

// How the values of resources stand in the text of a note, and come back out of it.

const statuses: Readonly<Partial<Record<ActionState | 'unrecognized', NoteActionStatus>>> = {
  scheduled: 'scheduled',
  accepted: 'accepted',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  completed: 'completed',
  cancelled: 'cancelled',
  stopped: 'stopped',
  rejected: 'rejected',
  failed: 'failed',
  'entered-in-error': 'entered-in-error',
};

/** Codes of CarePlan.activity.detail.status (FHIR R4), which does not have all of those of a Task. */
const codes: Readonly<Record<NoteActionStatus, string>> = {
  requested: 'not-started',
  scheduled: 'scheduled',
  accepted: 'scheduled',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  completed: 'completed',
  cancelled: 'cancelled',
  stopped: 'stopped',
  rejected: 'cancelled',
  failed: 'stopped',
  'entered-in-error': 'entered-in-error',
};

/** An action of the plan as a note holds it. */
export function noteAction(action: Action): NoteAction {
  return {
    what: action.what.text,
    status: statuses[action.state] ?? 'requested',
    who: action.who && named(action.who.name, action.who.reference),
    due: action.due,
    done: action.doneOn,
    category: action.category,
    reason: action.reason,
  };
}

/** Code of an activity for the state that a note names. */
export function activityStatus(status: NoteActionStatus): string {
  return codes[status];
}

const reference =
  /^(.*?)\s*\[((?:Practitioner|PractitionerRole|RelatedPerson|Organization|Patient|CareTeam|HealthcareService)\/[A-Za-z0-9\-.]{1,64})\]$/su;

/** Somebody's name, with the address in the record where there is one. */
export function named(name: string | null, address: string | null): string | null {
  if (address === null || address.startsWith('#')) return name;
  return `${name ?? ''} [${address}]`.trim();
}

/** The name and the address out of the same. */
export function unnamed(text: string): Pick<ActionOwner, 'name' | 'reference'> {
  const [, name = '', address] = reference.exec(text) ?? [];
  return address === undefined ? {name: text, reference: null} : {name: name || null, reference: address};
}

/** The code of a role, as `system|code`. */
export function roleCode(coded: Coded | null): NoteMember['code'] {
  return coded?.code ? `${coded.system ?? ''}|${coded.code}` : null;
}

/** The coding of the same; null when it is none. */
export function roleCoding(code: string | null): {readonly system?: string; readonly code: string} | null {
  const at = code?.lastIndexOf('|') ?? -1;
  if (code === null || at < 0 || at === code.length - 1) return null;
  return {...(at > 0 && {system: code.slice(0, at)}), code: code.slice(at + 1)};
}
