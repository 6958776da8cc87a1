import type {Loaded} from '../domain/completeness.ts';
import type {Measure} from '../domain/measures/measure.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapListed} from './map-listed.ts';
import {mapMeasure, type ScoreRecognition} from './map-measure.ts';
import {mapQuestionnaire} from './map-questionnaire.ts';
import {gapOfProblem} from './outcome-gaps.ts';
import {readSurveys} from './read-surveys.ts';
import {searchAll} from './search.ts';

export interface MeasureOptions {
  /** Time zone of the site (IANA). */
  readonly zone: string;
  readonly recognition?: ScoreRecognition;
  /** Whether the server has questionnaires that were filled in. */
  readonly hasQuestionnaires: boolean;
}

/**
 * Reads all scores of known instruments, from Observations and from questionnaires that were filled in; one that stands in
 * both is one. A score that cannot be read is counted as such, other surveys are not.
 */
export async function readMeasures(
  client: FhirClient,
  signal: AbortSignal,
  {zone, recognition, hasQuestionnaires}: MeasureOptions,
): Promise<Result<Loaded<readonly Measure[]>, Problem>> {
  const [listed, filled] = await Promise.all([
    readSurveys(client, signal),
    hasQuestionnaires
      ? searchAll(client, 'QuestionnaireResponse', [[['patient', client.patientId]]], signal)
      : null,
  ]);
  if (!listed.ok) return listed;
  const observed = mapListed(listed.value, 'Observation', ({resource}) =>
    mapMeasure(resource, zone, recognition),
  );
  const scores = observed.value.flatMap((one) => (one === 'other' || one.mistaken ? [] : [one]));
  const answered = filled?.ok
    ? mapListed(filled.value, 'QuestionnaireResponse', ({resource}) =>
        mapQuestionnaire(resource, zone, recognition),
      )
    : {value: [], gaps: []};
  const known = new Set(scores.map(keyOf));
  const more = answered.value.flatMap((one) => (one === 'other' || known.has(keyOf(one)) ? [] : [one]));
  const lost =
    filled && !filled.ok && !['unsupported', 'not-found', 'cancelled'].includes(filled.error.kind)
      ? [{reason: gapOfProblem(filled.error), what: 'QuestionnaireResponse'} as const]
      : [];
  return ok({
    value: [...scores, ...more],
    gaps: [...observed.gaps, ...answered.gaps, ...lost],
    asOf: new Date(client.timers.now()).toISOString(),
  });
}

/** The same number of one instrument on one day is the same score, wherever it stands. */
function keyOf({instrument, date, score}: Measure): string {
  return `${instrument} ${date} ${score}`;
}
