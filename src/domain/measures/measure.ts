import type {ReadOnlyReason} from '../goal.ts';
import type {Instrument, InstrumentName} from './instruments.ts';
import {whyNotScore} from './instruments.ts';

/** One recorded score. */
export interface Measure {
  readonly id: string;
  readonly version: string | null;
  readonly instrument: InstrumentName;
  readonly score: number;
  /** Values of the parts by code: 1 or 0 for a flag. */
  readonly parts: Readonly<Record<string, number>>;
  /** Local day of the measurement, YYYY-MM-DD. */
  readonly date: string;
  /** Who recorded it, as the record names them; null when it does not. */
  readonly by: string | null;
  /** What the site compares this instrument's scores with, when it has set that. */
  readonly siteCutOff?: number;
  /** True for a score that is read from a questionnaire: it is changed there. */
  readonly fromQuestionnaire?: true;
  /** True when somebody has marked it as a mistake: it is kept in the record and shown no more. */
  readonly mistaken: boolean;
  readonly readOnly: ReadOnlyReason | null;
}

/** A score as somebody enters it. */
export interface NewMeasure {
  readonly instrument: InstrumentName;
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly date: string;
}

/** What is wrong with a score that was entered, by the field it is entered in. */
export type MeasureFault =
  | {readonly field: 'score'; readonly why: 'missing' | 'limits' | 'step'}
  | {readonly field: 'date'; readonly why: 'missing' | 'future'}
  | {readonly field: 'parts'; readonly why: 'limits' | 'sum'};

/** Checks what was typed against its instrument; `today` is the local day. */
export function measureFaults(
  instrument: Instrument,
  {
    score,
    parts,
    date,
  }: {readonly score: number | null; readonly parts: NewMeasure['parts']; readonly date: string},
  today: string,
): readonly MeasureFault[] {
  const faults: MeasureFault[] = [];
  const why = score === null ? 'missing' : whyNotScore(instrument, score);
  if (why) faults.push({field: 'score', why});
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) faults.push({field: 'date', why: 'missing'});
  else if (date > today) faults.push({field: 'date', why: 'future'});
  const known = instrument.parts.filter(({code}) => parts[code] !== undefined);
  if (known.some(({code, max}) => !isWhole(parts[code] as number, max))) {
    faults.push({field: 'parts', why: 'limits'});
  } else if (why === null && instrument.name === 'im-cag' && known.length === instrument.parts.length) {
    const sum = known.reduce((total, {code}) => total + (parts[code] as number), 0);
    if (sum !== score) faults.push({field: 'parts', why: 'sum'});
  }
  return faults;
}

/** The total that flags make; null when the instrument has none. */
export function totalOfFlags(instrument: Instrument, parts: NewMeasure['parts']): number | null {
  const flags = instrument.parts.filter(({kind}) => kind === 'flag');
  if (flags.length === 0) return null;
  return flags.filter(({code}) => parts[code] === 1).length;
}

function isWhole(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}
