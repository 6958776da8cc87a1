import type {Loaded} from '../domain/completeness.ts';
import type {Patient} from '../domain/patient.ts';
import type {Problem} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapPatient} from './map-patient.ts';

const what = 'Patient';

/** Reads the patient of the chart and makes sure that it is this one. */
export async function readPatient(
  client: FhirClient,
  signal: AbortSignal,
  cache: 'default' | 'no-cache' = 'default',
): Promise<Result<Loaded<Patient>, Problem>> {
  const path = `Patient/${encodeURIComponent(client.patientId)}`;
  const answer = await client.get(path, {what, signal, cache});
  if (!answer.ok) return answer;
  const {json} = answer.value;
  const patient = json['resourceType'] === what ? mapPatient(json) : null;
  if (patient === null) return err({kind: 'unreadable', what, path: what});
  if (patient.id !== client.patientId) {
    client.reportOtherPatient(what);
    return err({kind: 'other-patient', what});
  }
  return ok({value: patient, gaps: [], asOf: new Date(client.timers.now()).toISOString()});
}
