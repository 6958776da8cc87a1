import {IspAppointments} from './isp-appointments.ts';
import {IspContacts} from './isp-contacts.ts';
import {IspDue} from './isp-due.ts';
import {IspEnrolment} from './isp-enrolment.ts';
import {IspFidelity} from './isp-fidelity.ts';
import {IspHandOff} from './isp-hand-off.ts';
import {IspLaterSections} from './isp-later-sections.ts';
import {IspMeasures} from './isp-measures.ts';
import {IspPlanAnswer} from './isp-plan-answer.ts';
import {IspTakeAway} from './isp-take-away.ts';
import {IspMemberConsent} from './isp-member-consent.ts';
import {IspMemberMore} from './isp-member-more.ts';
import {defineElement} from './lazy-element.ts';

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
