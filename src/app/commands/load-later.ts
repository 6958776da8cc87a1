import {loadActions} from '../later/actions.ts';
import {loadAppointments} from '../later/appointments.ts';
import {loadConsents} from '../later/consents.ts';
import {completeContacts, loadContacts} from '../later/contacts.ts';
import {loadEnrolments} from '../later/enrolments.ts';
import {loadMeasures} from '../later/measures.ts';
import {loadPlanDetails} from '../later/plan-details.ts';
import {loadRatings} from '../later/ratings.ts';
import type {Session} from '../session.ts';

/** Reads one later section into the state (see `putLater`). It never rejects: a failure is a state of its section. */
export type LaterReader = (session: Session) => Promise<void>;

/** Every later section, in the order in which the requests leave. */
const readers: readonly LaterReader[] = [
  loadActions,
  loadAppointments,
  loadConsents,
  loadContacts,
  loadEnrolments,
  loadMeasures,
  loadPlanDetails,
  loadRatings,
];

/** Reads what the first paint does not need, side by side. */
export async function loadLater(session: Session): Promise<void> {
  await Promise.all(readers.map((read) => read(session)));
}

/** What only the whole history shows, once it was read. */
export async function completeLater(session: Session): Promise<void> {
  await completeContacts(session);
}
