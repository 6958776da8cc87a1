import {SERVED_TYPES} from './search-parameters.ts';

export type Interaction =
  'read' | 'vread' | 'history-instance' | 'search-type' | 'create' | 'update' | 'patch' | 'delete';

/** How one kind of record system behaves, as data. Each is a file of `personalities/`. */
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
  readonly search: SearchRules;
  readonly locking: Locking;
  readonly tokens: TokenRules;
  /** What may be asked of the authorization server. */
  readonly scopes: ScopeRules;
  /** False when a token opens more than the patient of its launch. */
  readonly confines: boolean;
  readonly refusal: Refusal;
  /** What a clinical note must look like; null takes any valid DocumentReference. */
  readonly notes: NoteRules | null;
  readonly wording: Wording;
  /** Says that it keeps settings of apps (`smart-app-state`). */
  readonly appState?: true;
}

export interface SearchRules {
  /** The parameters that a type takes beside `_id`; types that are absent take all that R4 has. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** What happens to the others: 400, or passed over with or without a word in the answer. */
  readonly unknown: 'refuse' | 'warn' | 'ignore';
  /** What a search of a type cannot do without. */
  readonly demands: Readonly<Record<string, readonly Demand[]>>;
  readonly byPost: boolean;
  readonly paging: Paging;
  readonly bundle: 'searchset' | 'collection';
  readonly total: boolean;
  /** Heeds `_sort`; others answer in the order of arrival. */
  readonly sorts: boolean;
  /** Says in an entry of its own that nothing was found. */
  readonly saysNone: boolean;
}

export interface Paging {
  /** Parameter of the `next` link that holds the place. */
  readonly parameter: string;
  /** Whether the link is of the FHIR base or of the type. */
  readonly at: 'base' | 'type';
  readonly size: number;
  readonly limit: number;
}

export interface Demand {
  readonly parameter: string;
  /** What is asked for so is everything there is: it filters nothing. */
  readonly holdsAll?: true;
  /** One of these codes; any value when absent. */
  readonly values?: readonly string[];
  /** A date needs both ends; it may still be left out. */
  readonly bothEnds?: true;
}

export interface Locking {
  /** Whether an If-Match that does not fit stops a PUT, and whether it stops a PATCH. */
  readonly put: boolean;
  readonly patch: boolean;
  readonly status: 409 | 412;
}

export interface TokenRules {
  /** Seconds; a launch may ask for other ones. */
  readonly life: number;
  /** What a refresh gives besides an access token: a new refresh token, none (the old one stays), or nothing at all. */
  readonly refresh: 'rotates' | 'stays' | 'none';
}

export interface ScopeRules {
  readonly versions: readonly ('v1' | 'v2')[];
  /** `scopes_supported`. */
  readonly listed: readonly string[];
}

export interface Refusal {
  /** Status for an interaction that a type does not offer. */
  readonly interaction: 403 | 404 | 405 | 501;
  /** Whether errors come with an OperationOutcome; else with a bare text. */
  readonly outcome: boolean;
}

export interface NoteRules {
  /** Media types of attachments, without parameters. */
  readonly formats: readonly string[];
  readonly mostContents: number;
  /** Code systems of which the type must have a code. */
  readonly typeSystems: readonly string[];
  /** Elements that must be there, as dotted paths. */
  readonly needs: readonly string[];
}

/** How a system words what it holds, where it differs from R4's own codes. */
export interface Wording {
  /** Code of Encounter.class of its own, by the code of v3-ActCode. */
  readonly classes?: {
    readonly system: string;
    readonly codes: Readonly<Record<string, readonly [string, string]>>;
  };
  /** Addresses of code systems that it sends instead of those of R4. */
  readonly systems?: Readonly<Record<string, string>>;
  /** Members that it leaves out, by type. */
  readonly leavesOut?: Readonly<Record<string, readonly string[]>>;
  /** Sends every time in UTC. */
  readonly utc?: true;
}

export const READ: readonly Interaction[] = ['read', 'vread', 'history-instance', 'search-type'];
export const WRITE: readonly Interaction[] = ['create', 'update', 'patch', 'delete'];

/** The same interactions for every type that the sandbox serves. */
export function all(interactions: readonly Interaction[]): Record<string, readonly Interaction[]> {
  return Object.fromEntries(SERVED_TYPES.map((type) => [type, interactions]));
}

/** Interactions from a table with a letter for each: R read, S search, C create, U update, P patch. */
export function table(rows: Readonly<Record<string, string>>): Record<string, readonly Interaction[]> {
  const letters: Readonly<Record<string, readonly Interaction[]>> = {
    R: ['read'],
    S: ['search-type'],
    C: ['create'],
    U: ['update'],
    P: ['patch'],
  };
  return Object.fromEntries(
    Object.entries(rows).flatMap(([text, types]) =>
      types
        .split(' ')
        .map((type) => [type, text.split('').flatMap((letter) => letters[letter] ?? [])] as const),
    ),
  );
}
