import {instrumentOf, type Instrument} from '../domain/measures/instruments.ts';
import {totalOfFlags, type NewMeasure} from '../domain/measures/measure.ts';
import type {Draft} from './state.ts';

/** What the form of a score says so far. */
export interface TypedMeasure {
  readonly instrument: Instrument | null;
  /** Null when nothing, or no number, was typed. */
  readonly score: number | null;
  readonly parts: NewMeasure['parts'];
  readonly date: string;
}

/** Reads the fields of the form: `instrument`, `score`, `date`, and `part.<code>` for the parts. */
export function typedMeasure(draft: Draft, today: string): TypedMeasure {
  const instrument = instrumentOf(draft['instrument'] ?? '');
  const parts: Record<string, number> = {};
  for (const {code, kind} of instrument?.parts ?? []) {
    const typed = draft[`part.${code}`];
    // Of flags each is answered, yes or no; a part that nobody knows is left out.
    if (kind === 'flag') parts[code] = typed === '1' ? 1 : 0;
    else if (typed !== undefined && typed.trim() !== '') parts[code] = numberOf(typed) ?? Number.NaN;
  }
  const total = instrument ? totalOfFlags(instrument, parts) : null;
  return {instrument, score: total ?? numberOf(draft['score'] ?? ''), parts, date: draft['date'] ?? today};
}

/** A number as people write it in either language; null when it is none. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : null;
}
