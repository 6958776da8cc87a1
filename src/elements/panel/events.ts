import type {Gap} from '../../domain/completeness.ts';
import type {Problem} from '../../domain/problem.ts';

const told: EventInit = {bubbles: true, composed: true};

/** The panel stands and will answer to its methods. */
export class ReadyEvent extends Event {
  constructor() {
    super('isp-ready', told);
  }
}

/** Every section has settled; `gaps` says what is known to be missing. */
export class LoadedEvent extends Event {
  readonly complete: boolean;
  readonly gaps: readonly Gap[];
  constructor(complete: boolean, gaps: readonly Gap[]) {
    super('isp-loaded', told);
    this.complete = complete;
    this.gaps = gaps;
  }
}

/** A section, or the whole panel, could not be shown. Holds the kind of problem, never data of the patient. */
export class ErrorEvent extends Event {
  readonly section: string;
  readonly problem: Problem;
  constructor(section: string, problem: Problem) {
    super('isp-error', told);
    this.section = section;
    this.problem = problem;
  }
}

/** Records of another patient were received and dropped. */
export class ContextMismatchEvent extends Event {
  readonly ignored: number;
  constructor(ignored: number) {
    super('isp-context-mismatch', told);
    this.ignored = ignored;
  }
}

/** Something typed is not yet saved, or nothing is any more. */
export class DirtyChangeEvent extends Event {
  readonly dirty: boolean;
  constructor(dirty: boolean) {
    super('isp-dirty-change', told);
    this.dirty = dirty;
  }
}

/**
 * The record has confirmed a save. `what` is its save key, for example `goal:new` or `member:<key>`: it names a place on
 * the screen and holds nothing of the person.
 */
export class SavedEvent extends Event {
  readonly what: string;
  constructor(what: string) {
    super('isp-saved', told);
    this.what = what;
  }
}

/**
 * Somebody presses a telephone number or an address. A host that can call or write by itself prevents the default, and
 * the browser follows no link.
 */
export class ContactEvent extends Event {
  /** `tel:`, `sms:` or `mailto:` address (RFC 3966, RFC 5724, RFC 6068). */
  readonly address: string;
  constructor(address: string) {
    super('isp-contact', {...told, cancelable: true});
    this.address = address;
  }
}

/** The session is over, and the host gave no newer token: nothing can be read or saved until the chart is opened again. */
export class TokenNeededEvent extends Event {
  constructor() {
    super('isp-token-needed', told);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'isp-ready': ReadyEvent;
    'isp-loaded': LoadedEvent;
    'isp-error': ErrorEvent;
    'isp-context-mismatch': ContextMismatchEvent;
    'isp-dirty-change': DirtyChangeEvent;
    'isp-saved': SavedEvent;
    'isp-contact': ContactEvent;
    'isp-token-needed': TokenNeededEvent;
  }
}
