import {isServicesPlan} from '../domain/find-index.ts';
import type {Plan, PlanStatus} from '../domain/plan.ts';
import type {Concept} from '../domain/text.ts';
import {conceptOf, conceptText} from './concept-text.ts';
import {isCrisisPlan} from './crisis-name.ts';
import {dateOf} from './fhir-date.ts';
import {isObject, textOf, type JsonObject} from './json.ts';
import {reviewedOf} from './plan-review.ts';
import {defaultRecognition, type Recognition} from './recognition.ts';
import {targetOf} from './references.ts';
import {carePlan as schema, type CarePlanWire} from './schema/care-plan.ts';
import {readLenient} from './schema/lenient.ts';

/** A CarePlan, and what speaks for its being the individualized services plan. */
export interface PlanRecord {
  readonly plan: Plan;
  /** `named`: the record says that it is one; `general`: a plan of no special kind; `other`: a plan for something else. */
  readonly kind: 'named' | 'general' | 'other';
  readonly lastUpdated: string | null;
  /** The record as it was read, and the address that it was found under. */
  readonly source: {readonly json: JsonObject; readonly base: string | null};
}

const statuses: readonly PlanStatus[] = [
  'draft',
  'active',
  'on-hold',
  'revoked',
  'completed',
  'entered-in-error',
  'unknown',
];

/** Categories of plans that are for the person as a whole: care plan, longitudinal, assessment and plan of treatment. */
const generalCategories = ['734163000', '38717003', 'assess-plan', 'longitudinal'];

/** First line of a note in which the plan says what matters to the person, as this panel and people write it. */
const mattersLine =
  /^\s*(?:what matters(?: to (?:me|you|the person))?|ce qui compte(?: pour (?:moi|vous|la personne))?)\s*(?::|\r?\n)\s*/i;

/** Reads one CarePlan; null when it has no id or is none at all. `base` is the address that the record was found under. */
export function mapCarePlan(
  resource: unknown,
  base: string | null = null,
  recognition: Recognition = defaultRecognition,
): PlanRecord | null {
  if (!isObject(resource)) return null;
  const read = readLenient(schema, resource);
  if (read === null) return null;
  const wire = read.value;
  const title = textOf(wire.title);
  const categories = (wire.category ?? []).flatMap((one) => conceptOf(one) ?? []);
  const reviewed = reviewedOf(resource);
  const plan: Plan = {
    id: wire.id,
    version: textOf(wire.meta?.versionId),
    title: title ?? conceptText(categories[0] ?? null),
    status: statuses.find((known) => known === textOf(wire.status)) ?? 'unrecognized',
    start: dateOf(wire.period?.start),
    end: dateOf(wire.period?.end),
    goalIds: goalIdsOf(wire, base),
    whatMatters: whatMattersOf(wire),
    ...(reviewed !== null && {reviewed}),
  };
  const kind = kindOf(title, categories, recognition);
  return {
    plan: kind === 'general' ? {...plan, presumed: true} : plan,
    kind,
    lastUpdated: textOf(wire.meta?.lastUpdated),
    source: {json: resource, base},
  };
}

function kindOf(
  title: string | null,
  categories: readonly Concept[],
  {planCategories}: Recognition,
): PlanRecord['kind'] {
  if (isCrisisPlan(title, categories)) return 'other';
  const named =
    isServicesPlan(title, categories, planCategories) ||
    categories.some(({text, codings}) =>
      [text, ...codings.map(({display}) => display)].some((words) => isServicesPlan(words, [], [])),
    );
  if (named) return 'named';
  const codes = categories.flatMap(({codings}) => codings.map(({code}) => code));
  const general = codes.length === 0 || codes.some((code) => generalCategories.includes(code ?? ''));
  return general ? 'general' : 'other';
}

/** Goals in the order of the plan, each once; those of another record system are not this patient's here. */
function goalIdsOf({goal}: CarePlanWire, base: string | null): readonly string[] {
  const ids = (goal ?? []).flatMap(({reference}) => {
    const target = targetOf(textOf(reference));
    if (target?.kind !== 'resource' || target.type !== 'Goal') return [];
    return target.base === null || target.base === base ? [target.id] : [];
  });
  return [...new Set(ids)];
}

function whatMattersOf(wire: CarePlanWire): string | null {
  const notes = (wire.note ?? []).map((note) => textOf(note.text));
  const text = [textOf(wire['description']), ...notes].findLast(
    (one) => one !== null && mattersLine.test(one),
  );
  return textOf(text?.replace(mattersLine, '').trim());
}
