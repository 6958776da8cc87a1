import {compare} from '../compare.ts';
/** An appointment of the person that is still to come. */
export interface Appointment {
  readonly id: string;
  /** Local day of the site, YYYY-MM-DD. */
  readonly day: string;
  /** The time as the record writes it, or null when it gives only a day. */
  readonly at: string | null;
  /** What it is for, as recorded; null when the record does not say. */
  readonly what: string | null;
  /** With whom and where, as recorded: professionals before places. */
  readonly parties: readonly string[];
  /** False while it is asked for and not yet agreed. */
  readonly agreed: boolean;
}

/** Those on the local day `today` or later, the next one first. */
export function upcoming(appointments: readonly Appointment[], today: string): readonly Appointment[] {
  return appointments
    .filter(({day}) => day >= today)
    .toSorted((a, b) => compare(a.day, b.day) || instant(a) - instant(b) || compare(a.id, b.id));
}

function instant({at}: Appointment): number {
  return at === null ? 0 : Date.parse(at);
}
