// Between the drawing, the list and what holds them. None leaves the section.

/** A visit was chosen in the drawing; `go` when the list is to take the focus there. */
export class PickRowEvent extends Event {
  readonly key: string;
  readonly go: boolean;
  constructor(key: string, go: boolean) {
    super('isp-pick-row', {bubbles: true, composed: true});
    this.key = key;
    this.go = go;
  }
}

/** Another period is to be shown. */
export class PickPeriodEvent extends Event {
  readonly months: 12 | 24;
  constructor(months: 12 | 24) {
    super('isp-pick-period');
    this.months = months;
  }
}
