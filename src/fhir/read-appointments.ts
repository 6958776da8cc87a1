import type {Loaded} from '../domain/completeness.ts';
import type {Appointment} from '../domain/follow-up/appointment.ts';
import type {Problem} from '../domain/problem.ts';
import {ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {mapAppointment} from './map-appointment.ts';
import {mapListed} from './map-listed.ts';
import {searchAll, type Params} from './search.ts';

/** Reads the appointments from the local day `today` on; one that cannot be read is counted as such. */
export async function readAppointments(
  client: FhirClient,
  zone: string,
  today: string,
  signal: AbortSignal,
): Promise<Result<Loaded<readonly Appointment[]>, Problem>> {
  const patient = ['patient', client.patientId] as const;
  const from = ['date', `ge${today}`] as const;
  const recipes: readonly Params[] = [[patient, from, ['_count', '50']], [patient, from], [patient]];
  const listed = await searchAll(client, 'Appointment', recipes, signal);
  if (!listed.ok) return listed;
  const {value, gaps} = mapListed(listed.value, 'Appointment', ({resource}) =>
    mapAppointment(resource, zone),
  );
  const appointments = value.filter((one) => one !== 'other');
  return ok({value: appointments, gaps, asOf: new Date(client.timers.now()).toISOString()});
}
