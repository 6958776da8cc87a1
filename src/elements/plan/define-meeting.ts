import {defineElement} from '../shared/lazy-element.ts';
import {IspMeeting} from './isp-meeting.ts';
import {IspMeetingAgenda} from './isp-meeting-agenda.ts';

/** Registers what the meeting is made of, and gives the meeting. It comes in a file of its own. */
export function defineMeeting(): CustomElementConstructor {
  defineElement('isp-meeting-agenda', IspMeetingAgenda);
  return IspMeeting;
}
