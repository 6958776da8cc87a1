import {
  instrumentOf,
  instruments,
  MEASURE_SYSTEM,
  otherCodes,
  whyNotScore,
  type Instrument,
} from '../domain/measures/instruments.ts';
import type {Measure} from '../domain/measures/measure.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {conceptOf} from './concept-text.ts';
import {isObject, textOf} from './json.ts';
import {readOnlyReason} from './read-only.ts';
import type {Recognition} from './recognition.ts';
import {readLenient} from './schema/lenient.ts';
import {observation as schema, type ObservationWire} from './schema/observation.ts';

const LOINC = 'http://loinc.org';

/** One Observation looked at as a score: `other` when it is none of a known instrument, null when it cannot be read. */
export type MeasureRead = Measure | 'other' | null;

const shown = ['final', 'amended', 'corrected', 'preliminary', 'entered-in-error'];

/**
 * Reads a score: an Observation of a known instrument with a number within its limits and a day. One that was cancelled
 * or is only registered is none. Days are of the zone of the site.
 */
export function mapMeasure(resource: unknown, zone: string, recognition: ScoreRecognition = {}): MeasureRead {
  if (!isObject(resource)) return null;
  const read = readLenient(schema, resource);
  if (read === null) return null;
  const wire = read.value;
  const instrument = instrumentIn(wire.code, recognition);
  const status = textOf(wire.status) ?? 'final';
  if (instrument === null || !shown.includes(status)) return 'other';
  const score = numberOf(wire);
  const date = dayOf(wire, zone);
  if (score === null || date === null || whyNotScore(instrument, score) === 'limits') return null;
  const [who] = wire.performer ?? [];
  return {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    instrument: instrument.name,
    score,
    parts: partsOf(wire, instrument),
    date,
    by: textOf(who?.display),
    ...siteCutOff(instrument, recognition),
    mistaken: status === 'entered-in-error',
    readOnly: readOnlyReason(resource),
  };
}

/** The site's own codes and cut-offs of scores. */
export type ScoreRecognition = Pick<Recognition, 'scoreCodes' | 'scoreCutOffs'>;

/** What the site compares scores of an instrument with, as a member of a measure; none when it says nothing. */
export function siteCutOff(
  {name}: Instrument,
  {scoreCutOffs = {}}: ScoreRecognition,
): {readonly siteCutOff?: number} {
  const at = scoreCutOffs[name];
  return at === undefined ? {} : {siteCutOff: at};
}

function instrumentIn(code: ObservationWire['code'], {scoreCodes = {}}: ScoreRecognition): Instrument | null {
  for (const {system, code: value} of conceptOf(code)?.codings ?? []) {
    if (value === null) continue;
    const name =
      (system === MEASURE_SYSTEM ? value : null) ??
      instruments.find(({loinc}) => system === LOINC && loinc === value)?.name ??
      otherCodes[`${system ?? ''}|${value}`] ??
      scoreCodes[`${system ?? ''}|${value}`];
    const found = name ? instrumentOf(name) : null;
    if (found) return found;
  }
  return null;
}

type Valued = Pick<ObservationWire, 'valueQuantity' | 'valueInteger' | 'valueBoolean' | 'valueString'>;

/** A number however it is written; a text only when it is nothing but a number. */
function numberOf({valueQuantity, valueInteger, valueBoolean, valueString}: Valued): number | null {
  const number = valueQuantity?.value ?? valueInteger;
  if (number !== undefined) return number;
  if (valueBoolean !== undefined) return valueBoolean ? 1 : 0;
  const text = textOf(valueString)?.trim().replace(',', '.') ?? '';
  return /^\d+(\.\d+)?$/u.test(text) ? Number(text) : null;
}

function partsOf({component}: ObservationWire, {name, parts}: Instrument): Measure['parts'] {
  const found: Record<string, number> = {};
  for (const one of component ?? []) {
    const codes = (conceptOf(one.code)?.codings ?? []).filter(({system}) => system === MEASURE_SYSTEM);
    const part = parts.find(({code}) => codes.some((coded) => coded.code === `${name}.${code}`));
    const value = numberOf(one);
    if (part && value !== null && value >= 0 && value <= part.max) found[part.code] = value;
  }
  return found;
}

function dayOf(wire: ObservationWire, zone: string): string | null {
  const written =
    textOf(wire.effectiveDateTime) ??
    textOf(wire.effectiveInstant) ??
    textOf(wire.effectivePeriod?.start) ??
    textOf(wire.issued);
  const moment = written === null ? null : zoneOf(zone).read(written);
  const day = moment ? localDateOf(moment) : null;
  // A month or a year is no day: which time point it belongs to cannot be told.
  return day !== null && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null;
}
