import {configHash} from '../config/config-hash.ts';
import type {Site} from '../config/site.ts';
import type {CountInput} from '../domain/count-use.ts';
import type {EncounterRecord} from '../domain/encounter-record.ts';
import {findIndex} from '../domain/find-index.ts';
import type {EnrolmentPeriod} from '../domain/history.ts';
import {ok, type Result} from '../domain/result.ts';
import type {ProofGap, UseProof} from '../domain/use-proof.ts';
import {episodePeriod, planPeriod, readEpisode} from '../fhir/enrolment-period.ts';
import {mapCarePlan} from '../fhir/map-care-plan.ts';
import {mapEncounter} from '../fhir/map-encounter.ts';
import type {CountOptions} from './options.ts';
import {choosePerson, subjectOf, type Person} from './person.ts';
import type {CountProblem} from './problem.ts';
import type {FoundResource, FoundResources} from './read-resources.ts';

type Unreadable = UseProof['unreadable'][number];

/** What the counting function is given of a file: the same as the panel gives it of a server's answers. */
export async function countInputOf(
  found: FoundResources,
  options: CountOptions,
  site: Site,
): Promise<Result<CountInput, CountProblem>> {
  const person = choosePerson(found, options.patient, options.file);
  if (!person.ok) return person;
  const zone = options.zone ?? site.zone;
  const {records, unreadable} = readRecords(found, person.value);
  const gaps: ProofGap[] = [];
  if (found.more) gaps.push({reason: 'page-limit'});
  if (unreadable.length > 0) gaps.push({reason: 'quarantined'});
  return ok({
    records,
    patientId: person.value.id,
    deceasedAt: person.value.deceasedAt,
    asOf: options.asOf,
    index: options.index ?? findIndex(periodsOf(found, person.value), options.asOf, zone),
    zone,
    config: site.counting,
    configHash: await configHash(site.counting),
    gaps,
    unreadable,
  });
}

/** The Encounters; what cannot be read as one, or cannot be told to be the patient's, is listed and not counted. */
function readRecords(
  {resources, byUrl, broken}: FoundResources,
  person: Person,
): {readonly records: readonly EncounterRecord[]; readonly unreadable: readonly Unreadable[]} {
  const records: EncounterRecord[] = [];
  const unreadable: Unreadable[] = [];
  const resolve = (reference: string | null): string | null =>
    reference === null ? null : (byUrl.get(reference) ?? reference);
  for (const {resource, type, id} of resources) {
    if (type === null) unreadable.push({resource: id ?? 'unknown', path: 'resourceType', problem: 'missing'});
    if (type !== 'Encounter') continue;
    const name = id === null ? 'Encounter' : `Encounter/${id}`;
    const subject = subjectOf(resource, byUrl);
    const isUnclear =
      subject.kind === 'unclear' ||
      (subject.kind === 'identifier' && person.id !== null && !person.identifiers.has(subject.identifier));
    if (isUnclear) {
      unreadable.push({resource: name, path: 'subject', problem: 'cannot be told'});
      continue;
    }
    const record = id === null ? null : mapEncounter({...resource, id});
    if (record) records.push({...record, subject: resolve(record.subject), partOf: resolve(record.partOf)});
    else if (id === null) unreadable.push({resource: name, path: 'id', problem: 'missing'});
    else unreadable.push({resource: name, path: '', problem: 'not usable'});
  }
  for (let n = 0; n < broken; n += 1)
    unreadable.push({resource: 'unknown', path: '', problem: 'not a resource'});
  return {records, unreadable};
}

/** The enrolments of the person (R17). */
function periodsOf({resources, byUrl}: FoundResources, person: Person): readonly EnrolmentPeriod[] {
  const isOwn = ({resource}: FoundResource): boolean => {
    const subject = subjectOf(resource, byUrl);
    if (subject.kind === 'identifier')
      return person.id === null || person.identifiers.has(subject.identifier);
    return (
      subject.kind === 'none' || (subject.kind === 'id' && (person.id === null || subject.id === person.id))
    );
  };
  return resources.filter(isOwn).flatMap(({resource, type, id}): readonly EnrolmentPeriod[] => {
    const named = {...resource, id};
    const episode = type === 'EpisodeOfCare' ? readEpisode(named) : null;
    const plan = type === 'CarePlan' ? mapCarePlan(named) : null;
    const period = episode ? episodePeriod(episode) : plan && planPeriod(plan);
    return period ? [period] : [];
  });
}
