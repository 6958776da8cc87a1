import type {Appointment} from '../domain/follow-up/appointment.ts';
import {localDateOf, zoneOf} from '../domain/time.ts';
import {conceptOf, conceptText, pointerOf} from './concept-text.ts';
import {isObject, textOf} from './json.ts';
import {targetOf} from './references.ts';
import {appointment as schema} from './schema/appointment.ts';
import {readLenient} from './schema/lenient.ts';

/** One Appointment looked at: `other` when nobody is expected any more, null when it cannot be read. */
export type AppointmentRead = Appointment | 'other' | null;

const agreed = ['booked', 'arrived', 'checked-in'];
const asked = ['proposed', 'pending', 'waitlist'];

/** Reads an appointment that is to come (FHIR R4 Appointment). Days are of the zone of the site. */
export function mapAppointment(resource: unknown, zone: string): AppointmentRead {
  if (!isObject(resource)) return null;
  const wire = readLenient(schema, resource)?.value;
  if (!wire) return null;
  const status = textOf(wire.status) ?? '';
  if (!agreed.includes(status) && !asked.includes(status)) return 'other';
  const start = textOf(wire.start);
  // One that is asked for may have no time yet: there is no day to show it on.
  if (start === null && asked.includes(status)) return 'other';
  const moment = start === null ? null : zoneOf(zone).read(start);
  const day = moment ? localDateOf(moment) : null;
  if (!moment || day === null || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) return null;
  const reasons = [...(wire.serviceType ?? []), ...(wire.reasonCode ?? [])];
  const named = reasons.flatMap((one) => conceptText(conceptOf(one)) ?? []);
  const actors = (wire.participant ?? [])
    .filter((one) => one.status !== 'declined')
    .flatMap((one) => pointerOf(one.actor) ?? []);
  const typeOf = (reference: string | null): string => {
    const target = targetOf(reference);
    return target?.kind === 'resource' ? target.type : '';
  };
  const names = (isPlace: boolean): readonly string[] =>
    actors
      .filter(
        ({reference}) => typeOf(reference) !== 'Patient' && (typeOf(reference) === 'Location') === isPlace,
      )
      .flatMap(({display}) => display ?? []);
  return {
    id: wire.id,
    day,
    at: moment.at === null ? null : start,
    what: textOf(wire.description) ?? named[0] ?? conceptText(conceptOf(wire.appointmentType)),
    parties: [...new Set([...names(false), ...names(true)])],
    agreed: agreed.includes(status),
  };
}
