import {all, READ, WRITE, type Personality} from '../personality.ts';
import {open} from './open.ts';

/** The HAPI FHIR starter server 8.10 as it comes. */
export const hapi: Personality = {
  ...open,
  name: 'hapi',
  title: 'HAPI FHIR (reads and writes everything)',
  interactions: all([...READ, ...WRITE]),
  versioning: 'versioned',
  // If-None-Exist works, yet its CORS rules keep a browser from sending it.
  allowHeaders: [
    'Accept',
    'Authorization',
    'Content-Type',
    'Cache-Control',
    'If-Match',
    'If-None-Match',
    'Origin',
    'Prefer',
    'X-Requested-With',
  ],
  exposeHeaders: ['Location', 'Content-Location', 'ETag', 'Retry-After'],
  search: {...open.search, paging: {parameter: '_getpages', at: 'base', size: 20, limit: 200}},
  locking: {put: true, patch: true, status: 409},
  confines: false,
};
