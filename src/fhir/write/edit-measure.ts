import {
  instrumentOf,
  MEASURE_SYSTEM,
  type Instrument,
  type InstrumentName,
} from '../../domain/measures/instruments.ts';
import type {Measure} from '../../domain/measures/measure.ts';
import {mapMeasure, type ScoreRecognition} from '../map-measure.ts';
import {authorReference, type Authorship} from './annotation.ts';
import type {FieldRules} from './field-edit.ts';
import {setPrimitive} from './primitive.ts';
import {toRaw, type Plain} from './raw-json.ts';

/** What is written of a score: its number, parts and day once, and later at most that it was a mistake. */
export type MeasureChange = Partial<Pick<Measure, 'score' | 'parts' | 'date' | 'mistaken'>>;

/** How scores of an instrument are read and written (FHIR R4 Observation, category survey). Days are of the zone. */
export function measureRules(
  name: InstrumentName,
  zone: string,
  recognition: ScoreRecognition = {},
): FieldRules<Measure, MeasureChange> {
  return {
    what: 'Observation',
    fields: ['score', 'parts', 'date', 'mistaken'],
    read(json) {
      const found = mapMeasure(json, zone, recognition);
      return found === 'other' ? null : found;
    },
    apply(raw, {score, parts, date, mistaken}) {
      if (mistaken) setPrimitive(raw, 'status', 'entered-in-error');
      if (date !== undefined) setPrimitive(raw, 'effectiveDateTime', date);
      if (score !== undefined) raw.set('valueQuantity', toRaw(quantity(score)));
      const components = parts === undefined ? [] : componentsOf(name, parts);
      if (components.length > 0) raw.set('component', toRaw(components));
    },
  };
}

/** A new score without its value, which the rules put in. `title` names the instrument for people. */
export function blankMeasure(
  {name, loinc}: Instrument,
  title: string,
  patientId: string,
  by: Authorship,
): {readonly [name: string]: Plain} {
  const category = {system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey'};
  const performer = authorReference(by.user);
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{coding: [category]}],
    code: {
      coding: [
        ...(loinc ? [{system: 'http://loinc.org', code: loinc}] : []),
        {system: MEASURE_SYSTEM, code: name},
      ],
      text: title,
    },
    subject: {reference: `Patient/${patientId}`},
    ...(performer && {performer: [performer]}),
  };
}

function quantity(value: number): Plain {
  return {value, unit: 'score', system: 'http://unitsofmeasure.org', code: '{score}'};
}

function componentsOf(name: InstrumentName, values: Measure['parts']): readonly Plain[] {
  return (instrumentOf(name)?.parts ?? []).flatMap(({code, kind}): Plain[] => {
    const value = values[code];
    if (value === undefined) return [];
    const coded = {coding: [{system: MEASURE_SYSTEM, code: `${name}.${code}`}]};
    return [kind === 'flag' ? {code: coded, valueBoolean: value === 1} : {code: coded, valueInteger: value}];
  });
}
