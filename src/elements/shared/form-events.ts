import type {Draft} from '../../app/state.ts';

// Wishes of the forms to the section they stand in. They go no further: none bubbles out of the panel.

/** Something was typed: the whole draft of the form. */
export class DraftEvent extends Event {
  readonly draft: Draft;
  constructor(draft: Draft) {
    super('isp-draft');
    this.draft = draft;
  }
}

/** The person wants this saved. */
export class SubmitEvent<T> extends Event {
  readonly value: T;
  constructor(value: T, type: 'isp-submit' | 'isp-settle' = 'isp-submit') {
    super(type);
    this.value = value;
  }
}

/** The person gives the form up; what was typed goes. */
export class CancelEvent extends Event {
  constructor() {
    super('isp-cancel');
  }
}
