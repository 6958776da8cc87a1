import {instrumentOf, MEASURE_SYSTEM, whyNotScore, type Instrument} from '../domain/measures/instruments.ts';
import {totalOfFlags, type Measure} from '../domain/measures/measure.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {siteCutOff, type MeasureRead, type ScoreRecognition} from './map-measure.ts';
import {readOnlyReason} from './read-only.ts';
import {questionnaireResponse as schema} from './schema/questionnaire-response.ts';
import {readLenient} from './schema/lenient.ts';

/** Names by which the item of the total goes, besides that of its instrument. */
const totals = ['total', 'score', 'total-score', 'totalscore'];

/**
 * Reads the score of a questionnaire that was filled in (FHIR R4 QuestionnaireResponse): of a questionnaire of the
 * project, or of one that the site names. The answers themselves belong to their owners and are not looked at, but for
 * the yes and no of CONECT-6, which add up to its score.
 */
export function mapQuestionnaire(
  resource: unknown,
  zone: string,
  recognition: ScoreRecognition = {},
): MeasureRead {
  if (!isObject(resource)) return null;
  const wire = readLenient(schema, resource)?.value;
  if (!wire) return null;
  const instrument = instrumentAt(textOf(wire.questionnaire), recognition);
  const status = textOf(wire.status);
  if (instrument === null || (status !== 'completed' && status !== 'amended')) return 'other';
  const answers = new Map(flat(wire.item));
  const parts = partsOf(instrument, answers);
  const total = [instrument.name, ...totals].flatMap((name) => answers.get(name) ?? [])[0];
  const score = total ?? (Object.keys(parts).length > 0 ? totalOfFlags(instrument, parts) : null);
  const moment = zoneOf(zone).read(textOf(wire.authored) ?? '');
  const date = moment ? localDateOf(moment) : '';
  if (score === null || whyNotScore(instrument, score) !== null || !/^\d{4}-\d{2}-\d{2}$/u.test(date))
    return null;
  return {
    id: `questionnaire:${wire.id}`,
    version: textOf(wire.meta?.versionId),
    instrument: instrument.name,
    score,
    parts,
    date,
    by: textOf(wire.author?.display),
    ...siteCutOff(instrument, recognition),
    fromQuestionnaire: true,
    mistaken: false,
    readOnly: readOnlyReason(resource),
  };
}

/** The instrument of a questionnaire by its canonical address, whatever its version. */
function instrumentAt(canonical: string | null, {scoreCodes = {}}: ScoreRecognition): Instrument | null {
  const [address = ''] = (canonical ?? '').split('|');
  const own = address.startsWith(`${MEASURE_SYSTEM}:`) ? address.slice(MEASURE_SYSTEM.length + 1) : null;
  const name = own ?? scoreCodes[address];
  return name ? instrumentOf(name) : null;
}

/** The answers that are one number, or yes or no, by the name of their item, at every depth. */
function flat(list: unknown): readonly (readonly [string, number])[] {
  return items(list)
    .filter(isObject)
    .flatMap((item) => {
      const name = (textOf(item['linkId']) ?? '').toLowerCase();
      const answers = items(item['answer']).filter(isObject);
      const value = answers.length === 1 && answers[0] ? numberOf(answers[0]) : null;
      return [
        ...(value === null ? [] : [[name, value] as const]),
        ...flat(item['item']),
        ...answers.flatMap((one) => flat(one['item'])),
      ];
    });
}

function numberOf({valueInteger, valueDecimal, valueBoolean, valueQuantity}: JsonObject): number | null {
  const number = valueInteger ?? valueDecimal ?? (isObject(valueQuantity) ? valueQuantity['value'] : null);
  if (typeof number === 'number') return number;
  return typeof valueBoolean === 'boolean' ? Number(valueBoolean) : null;
}

/** Only a questionnaire that says all of them says how many. */
function partsOf({parts}: Instrument, answers: ReadonlyMap<string, number>): Measure['parts'] {
  const found = parts.flatMap(({code, max}) => {
    const value = answers.get(code);
    return value === undefined || value < 0 || value > max ? [] : [[code, value] as const];
  });
  return found.length === parts.length ? Object.fromEntries(found) : {};
}
