import {instrumentOf, MEASURE_SYSTEM, type Instrument} from '../../domain/measures/instruments.ts';
import type {Measure, NewMeasure} from '../../domain/measures/measure.ts';
import {mapMeasure, type LocalCodes} from '../map-measure.ts';
import type {Authorship} from './edit-goal.ts';
import type {FieldRules} from './field-edit.ts';
import {setPrimitive} from './primitive.ts';
import {toRaw, type Plain, type RawObject} from './raw-json.ts';

/** What a change of a score may hold. */
export type MeasureChange = Partial<Pick<Measure, 'score' | 'parts' | 'date' | 'mistaken'>>;

/** How scores are read and written (FHIR R4 Observation, category survey). */
export function measureRules(zone: string, local: LocalCodes): FieldRules<Measure, MeasureChange> {
  const read = (json: unknown): Measure | null => {
    const found = mapMeasure(json, zone, local);
    return found === 'other' ? null : found;
  };
  return {
    what: 'Observation',
    fields: ['score', 'parts', 'date', 'mistaken'],
    read,
    apply(raw, {score, parts, date, mistaken}) {
      if (mistaken) setPrimitive(raw, 'status', 'entered-in-error');
      if (score !== undefined) setScore(raw, score);
      if (date !== undefined) setPrimitive(raw, 'effectiveDateTime', date);
      const name = instrumentIn(raw);
      if (parts !== undefined && name !== null) setParts(raw, name, parts);
    },
  };
}

/** A new score without its value, which the rules put in. */
export function blankMeasure(
  instrument: Instrument,
  title: string,
  patientId: string,
  by: Authorship,
  local: LocalCodes,
): {readonly [name: string]: Plain} {
  const [system = '', code = ''] = (local[instrument.name] ?? '').split('|');
  const coding: Plain[] = [
    ...(instrument.loinc ? [{system: 'http://loinc.org', code: instrument.loinc}] : []),
    ...(code ? [{system, code}] : []),
    {system: MEASURE_SYSTEM, code: instrument.name},
  ];
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [
      {
        coding: [{system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey'}],
      },
    ],
    code: {coding, text: title},
    subject: {reference: `Patient/${patientId}`},
    ...(by.user ? {performer: [{reference: by.user}]} : {}),
  };
}

function instrumentIn(raw: RawObject): Instrument | null {
  const code = raw.get('code');
  const codings = code instanceof Map ? code.get('coding') : null;
  for (const coding of Array.isArray(codings) ? codings : []) {
    if (!(coding instanceof Map)) continue;
    const value = coding.get('code');
    const name = value && 'source' in value ? (JSON.parse(value.source) as unknown) : null;
    const found = typeof name === 'string' ? instrumentOf(name) : null;
    if (found) return found;
  }
  return null;
}

function setScore(raw: RawObject, score: number): void {
  for (const other of ['valueInteger', 'valueString', 'valueBoolean', 'dataAbsentReason']) raw.delete(other);
  raw.set(
    'valueQuantity',
    toRaw({value: score, unit: 'score', system: 'http://unitsofmeasure.org', code: '{score}'}),
  );
}

function setParts(raw: RawObject, {name, parts}: Instrument, values: NewMeasure['parts']): void {
  const components = parts.flatMap(({code, kind}): Plain[] => {
    const value = values[code];
    if (value === undefined) return [];
    const coded = {coding: [{system: MEASURE_SYSTEM, code: `${name}.${code}`}]};
    return [kind === 'flag' ? {code: coded, valueBoolean: value === 1} : {code: coded, valueInteger: value}];
  });
  if (components.length === 0) raw.delete('component');
  else raw.set('component', toRaw(components));
}
