import type {EventKind} from '../../domain/use-proof.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('en-CA');

const edVisits = (n: number): string => plural(n, 'ED visit', 'ED visits');
const stays = (n: number): string => plural(n, 'hospital stay', 'hospital stays');

/** What so many unclassified contacts look like. */
const looksLike = (kind: EventKind, n: number): string =>
  ({
    'ed-visit': plural(n, 'an ED visit', 'ED visits'),
    stay: plural(n, 'a hospital stay', 'hospital stays'),
    observation: plural(n, 'an observation', 'observations'),
    'short-stay': plural(n, 'a short stay', 'short stays'),
    ambulatory: plural(n, 'a clinic or home contact', 'clinic or home contacts'),
    unclassified: plural(n, 'another contact', 'other contacts'),
  })[kind];

/**
 * Words of the use of services that belong to the first content. Counts come as `(n, text)`: the number decides the form,
 * the text is what is shown.
 */
export const use = {
  heading: 'Use of services',
  window: (date: string) => `12 months to ${date}`,
  edVisits,
  stays,
  hospitalDays: (n: number) => plural(n, 'hospital day', 'hospital days'),
  /** Name of the button that a number is: opens how it was counted. */
  openProof: (count: string) => `${count}: how this was counted`,
  sixMonths: '6 months',
  yearBefore: '12 months before',
  atLeast: 'at least',
  notAvailable: 'not available',
  glance: {
    inTwelveMonths: 'in 12 months',
    now: 'In hospital now',
    since: (date: string) => `since ${date}`,
    reviewed: (date: string) => `reviewed ${date}`,
    daysAgo: (n: number, count: string) => (n === 0 ? 'today' : `${count} ${plural(n, 'day', 'days')} ago`),
    copy: 'Copy as one line',
    copied: 'Copied:',
    /** The record system does not let the panel copy. */
    notCopied: 'It could not be copied from here. The text is selected: press Ctrl+C or ⌘C.',
  },
  /** The line that is copied: whole sentences, dates in numbers. */
  line: {
    plan: (state: string, reviewed: string | null) =>
      reviewed ? `${state}, reviewed ${reviewed}.` : `${state}.`,
    visits: (n: number, count: string, sites: string) =>
      `${count} ${edVisits(n)} / 12 months${sites ? ` (${sites})` : ''}`,
    stays: (n: number, count: string) => `${count} ${plural(n, 'stay', 'stays')}`,
    notAvailable: 'ED visits and stays not available.',
    recordsStart: (date: string) => `(records start ${date})`,
    now: (date: string, site: string) => `In hospital now since ${date}${site ? `, ${site}` : ''}.`,
    matters: (words: string) => `What matters: “${words}”.`,
    call: (name: string, phone: string | null) => (phone ? `Call ${name}, ${phone}.` : `Call ${name}.`),
    otherSites: (count: string) => `others ${count}`,
  },
  aside: {
    beganBefore: (n: number, count: string) =>
      `${count} hospital ${plural(n, 'stay', 'stays')} began before: only ${plural(n, 'its', 'their')} days in the period are counted`,
    leftWithoutBeingSeen: (_n: number, count: string) => `${count} left without being seen`,
    scheduledEd: (n: number, count: string) =>
      `${count} planned ED ${plural(n, 'visit', 'visits')}, not counted`,
    observations: (n: number, count: string) =>
      `${count} ${plural(n, 'observation', 'observations')}, counted apart`,
    shortStays: (n: number, count: string) =>
      `${count} ${plural(n, 'short stay', 'short stays')}, counted apart`,
    unclassified: (n: number, count: string) =>
      `${count} ${plural(n, 'contact', 'contacts')} of unknown kind, not counted`,
    dateUncertain: (_n: number, count: string) => `${count} with an uncertain date, not counted`,
    unplaced: (n: number, count: string) =>
      `${count} ${plural(n, 'record', 'records')} without a date, not counted`,
  },
  /** For example: 3 unclassified contacts look like ED visits. */
  suggestion: (kind: EventKind, n: number, count: string) =>
    `${count} unclassified ${plural(n, 'contact looks', 'contacts look')} like ${looksLike(kind, n)}.`,
  sites: (list: string) => `ED visits by site: ${list}.`,
  site: (name: string, count: string) => `${name} ${count}`,
  unknownSite: 'Site not recorded',
  coverage: {
    other: 'Visits at other hospitals may be missing.',
    complete: (date: string) => `Everything in this system was read, back to ${date}.`,
    completeEmpty: 'Everything in this system was read.',
    incomplete: (date: string) => `The oldest visit that was read is of ${date}.`,
  },
  none: 'No use of services is recorded in this system.',
};
