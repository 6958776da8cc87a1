import type {Abilities} from '../../domain/abilities.ts';

// Events that come after the first content: their code comes with the sections.

const told: EventInit = {bubbles: true, composed: true};

/** What may be written is known, or has changed. */
export class AbilityChangeEvent extends Event {
  readonly abilities: Abilities;
  constructor(abilities: Abilities) {
    super('isp-ability-change', told);
    this.abilities = abilities;
  }
}

/** Something typed was kept or given up; `places` names where on the screen, by save keys, never what. */
export class DraftsEvent extends Event {
  readonly places: readonly string[];
  constructor(places: readonly string[]) {
    super('isp-draft', told);
    this.places = places;
  }
}

/**
 * Something is about to be sent to the record. A host that prevents it keeps it from being sent: what was typed stays, and
 * the panel says that it cannot be done here. Say why yourself.
 */
export class BeforeSaveEvent extends Event {
  /** Save key of the place on the screen. */
  readonly what: string;
  /** Id of the patient whose record is to be changed. */
  readonly patient: string;
  constructor(what: string, patient: string) {
    super('isp-before-save', {...told, cancelable: true});
    this.what = what;
    this.patient = patient;
  }
}

/** Somebody else has changed the same thing: the person is being asked which words are to stand. */
export class ConflictEvent extends Event {
  /** Save key of the place on the screen. */
  readonly what: string;
  constructor(what: string) {
    super('isp-conflict', told);
    this.what = what;
  }
}

/** The person is done here, and gives the screen back. */
export class DoneEvent extends Event {
  constructor() {
    super('isp-done', told);
  }
}

/**
 * What a host may be asked to open: its appointments (`ui.launchActivity` of SMART Web Messaging), or one record of its
 * own, such as an encounter.
 */
export type HostActivity = 'appointment-book' | 'open-record';

/**
 * The person wants something that the record itself does. A host that opens it prevents the default; it is only asked for
 * what it has named in `activities`.
 */
export class NavigateEvent extends Event {
  readonly activity: HostActivity;
  /** Literal reference of the record to open (`Encounter/123`), with `open-record`; else null. */
  readonly reference: string | null;
  constructor(activity: HostActivity, reference: string | null = null) {
    super('isp-navigate', {...told, cancelable: true});
    this.activity = activity;
    this.reference = reference;
  }
}

/** Acts that a host may keep in its own audit trail. */
export type AuditAct = 'opened' | 'saved' | 'not-saved' | 'conflict';

/** What was done in the panel, for an audit trail of the host: ids and places, no health data. */
export class AuditEvent extends Event {
  readonly act: AuditAct;
  /** Id of the patient whose chart it was done in. */
  readonly patient: string;
  /** Reference of the signed-in person as the host gave it, or null. */
  readonly user: string | null;
  /** Save key of what was saved; null where nothing was. */
  readonly what: string | null;
  constructor(act: AuditAct, patient: string, user: string | null, what: string | null = null) {
    super('isp-audit', told);
    this.act = act;
    this.patient = patient;
    this.user = user;
    this.what = what;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'isp-ability-change': AbilityChangeEvent;
    'isp-before-save': BeforeSaveEvent;
    'isp-draft': DraftsEvent;
    'isp-conflict': ConflictEvent;
    'isp-done': DoneEvent;
    'isp-navigate': NavigateEvent;
    'isp-audit': AuditEvent;
  }
}
