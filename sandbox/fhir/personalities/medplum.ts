import {all, READ, WRITE, type Personality} from '../personality.ts';
import {open} from './open.ts';

/** Medplum 5.0. */
export const medplum: Personality = {
  ...open,
  name: 'medplum',
  title: 'Medplum (reads and writes everything)',
  interactions: all([...READ, ...WRITE]),
  versioning: 'versioned',
  createAsUpdate: false,
  exposeHeaders: ['Content-Location', 'ETag', 'Last-Modified', 'Location', 'RateLimit'],
  search: {
    ...open.search,
    paging: {parameter: '_offset', at: 'type', size: 20, limit: 1000},
    total: false,
  },
  // A PATCH with an If-Match that does not fit is carried out.
  locking: {put: true, patch: false, status: 412},
  confines: false,
};
