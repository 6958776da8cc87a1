import type {Personality} from '../personality.ts';
import {open} from './open.ts';

/** What the large record systems have in common: nothing of a plan can be written, and little is said in headers. */
export const vendor: Omit<Personality, 'name' | 'title' | 'interactions'> = {
  ...open,
  system: [],
  versioning: 'versioned',
  conditionalCreate: false,
  createAsUpdate: false,
  allowHeaders: ['Accept', 'Authorization', 'Content-Type', 'If-Match', 'Prefer', 'Cache-Control'],
  exposeHeaders: ['Location'],
  refusal: {interaction: 403, outcome: true},
};

/** Whom a care team and a visit name; every system lets them be read. */
export const NAMES = 'Practitioner PractitionerRole Organization Location RelatedPerson';
