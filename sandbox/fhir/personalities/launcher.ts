import {all, READ, WRITE, type Personality} from '../personality.ts';
import {open} from './open.ts';

/** The SMART Health IT launcher, version 2, with its open R4 server. */
export const launcher: Personality = {
  ...open,
  name: 'launcher',
  title: 'SMART launcher (reads and writes everything)',
  interactions: all([...READ, ...WRITE]),
  versioning: 'versioned',
  exposeHeaders: [],
  search: {...open.search, paging: {parameter: '_getpages', at: 'base', size: 50, limit: 250}},
  confines: false,
};
