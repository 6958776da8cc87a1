import {SERVED_TYPES} from './search-parameters.ts';

export type Interaction =
  'read' | 'vread' | 'history-instance' | 'search-type' | 'create' | 'update' | 'patch' | 'delete';

/** How one kind of record system behaves. New ones are rows of the table below. */
export interface Personality {
  readonly name: string;
  readonly title: string;
  readonly fhirVersion: string;
  /** What a type allows; types that are absent are not served. */
  readonly interactions: Readonly<Record<string, readonly Interaction[]>>;
  readonly system: readonly ('batch' | 'transaction')[];
  readonly versioning: 'no-version' | 'versioned' | 'versioned-update';
  readonly conditionalCreate: boolean;
  /** PUT on an id that does not exist makes it. */
  readonly createAsUpdate: boolean;
  /** Request headers that a preflight allows besides the simple ones. */
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** Seconds a browser may remember a preflight. */
  readonly preflightAge: number;
}

const READ: readonly Interaction[] = ['read', 'vread', 'history-instance', 'search-type'];
const WRITE: readonly Interaction[] = ['create', 'update', 'patch', 'delete'];

function all(interactions: readonly Interaction[]): Record<string, readonly Interaction[]> {
  return Object.fromEntries(SERVED_TYPES.map((type) => [type, interactions]));
}

const open: Personality = {
  name: 'open',
  title: 'Open server (reads and writes everything)',
  fhirVersion: '4.0.1',
  interactions: all([...READ, ...WRITE]),
  system: ['batch', 'transaction'],
  versioning: 'versioned-update',
  conditionalCreate: true,
  createAsUpdate: true,
  allowHeaders: [
    'Accept',
    'Authorization',
    'Content-Type',
    'If-Match',
    'If-None-Match',
    'If-None-Exist',
    'Prefer',
    'Cache-Control',
  ],
  exposeHeaders: ['ETag', 'Location', 'Content-Location', 'Last-Modified', 'Retry-After'],
  preflightAge: 600,
};

const readonly: Personality = {
  ...open,
  name: 'readonly',
  title: 'Read-only server',
  interactions: all(READ),
  system: [],
  versioning: 'versioned',
  conditionalCreate: false,
  createAsUpdate: false,
};

/** Every record system that the sandbox can play. */
export const PERSONALITIES: readonly Personality[] = [open, readonly];

export function personality(name: string): Personality | undefined {
  return PERSONALITIES.find((one) => one.name === name);
}
