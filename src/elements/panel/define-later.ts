import {IspAppointments} from '../follow-up/isp-appointments.ts';
import {IspContacts} from '../follow-up/isp-contacts.ts';
import {IspDue} from '../follow-up/isp-due.ts';
import {IspEnrolment} from '../follow-up/isp-enrolment.ts';
import {IspFidelity} from '../follow-up/isp-fidelity.ts';
import {IspHandOff} from '../follow-up/isp-hand-off.ts';
import {IspLaterSections} from './isp-later-sections.ts';
import {IspMeasures} from '../follow-up/isp-measures.ts';
import {IspPlanAnswer} from '../plan/isp-plan-answer.ts';
import {IspTakeAway} from '../take-away/isp-take-away.ts';
import {IspMemberConsent} from '../team/isp-member-consent.ts';
import {IspMemberMore} from '../team/isp-member-more.ts';
import {defineElement} from '../shared/lazy-element.ts';

/** Registers the later sections, each once, and gives the element that holds them. They come in a file of their own. */
export function defineLater(): CustomElementConstructor {
  defineElement('isp-appointments', IspAppointments);
  defineElement('isp-contacts', IspContacts);
  defineElement('isp-due', IspDue);
  defineElement('isp-enrolment', IspEnrolment);
  defineElement('isp-fidelity', IspFidelity);
  defineElement('isp-hand-off', IspHandOff);
  defineElement('isp-measures', IspMeasures);
  defineElement('isp-plan-answer', IspPlanAnswer);
  defineElement('isp-take-away', IspTakeAway);
  defineElement('isp-member-consent', IspMemberConsent);
  defineElement('isp-member-more', IspMemberMore);
  return IspLaterSections;
}
