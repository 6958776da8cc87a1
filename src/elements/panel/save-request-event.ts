/**
 * A plan was written that the record takes in no form: it stands in the panel alone. A host that files it itself prevents
 * the default, and the panel says that it was taken. It holds the plan of the person: never write it to a log.
 */
export class SaveRequestEvent extends Event {
  /** The plan as a note, plain text. */
  readonly text: string;
  /** The same as a FHIR R4 Bundle (JSON). */
  readonly bundle: string;
  constructor(text: string, bundle: string) {
    super('isp-save-request', {bubbles: true, composed: true, cancelable: true});
    this.text = text;
    this.bundle = bundle;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'isp-save-request': SaveRequestEvent;
  }
}
