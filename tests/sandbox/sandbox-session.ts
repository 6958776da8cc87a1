import {createHash, randomUUID} from 'node:crypto';
import {after, before} from 'node:test';
import {startSandbox, type Sandbox, type SandboxOptions} from '../../sandbox/start-sandbox.ts';
import type {LaunchChoice} from '../../sandbox/chart-server.ts';
import {isObject, type JsonObject} from '../../sandbox/json.ts';

export const ALL_SCOPES = 'patient/*.cruds user/Practitioner.rs user/Organization.rs';

const anna = {reference: 'Patient/anna'};

/** Two patients: Anna, with something of everything, and Bob, of whom Anna's token must see nothing. */
export const PEOPLE: readonly (readonly unknown[])[] = [
  [
    {resourceType: 'Patient', id: 'anna', birthDate: '1950-02-03', name: [{family: 'Côté', given: ['Anna']}]},
    encounter('e1', '2026-01-10T10:00:00-05:00', '2026-01-10T12:00:00-05:00', 'EMER'),
    encounter('e2', '2026-02-10T10:00:00-05:00', '2026-02-14T12:00:00-05:00', 'IMP'),
    encounter('e3', '2026-03', undefined, 'AMB'),
    {resourceType: 'Goal', id: 'g1', lifecycleStatus: 'active', description: {text: 'Walk'}, subject: anna},
    {
      resourceType: 'Goal',
      id: 'g2',
      lifecycleStatus: 'completed',
      description: {text: 'Cook'},
      subject: anna,
      category: [{coding: [{system: 'http://example.org/domain', code: 'food'}]}],
    },
    {resourceType: 'Practitioner', id: 'doc', name: [{family: 'Roy'}]},
    {
      resourceType: 'CareTeam',
      id: 't1',
      status: 'active',
      subject: anna,
      participant: [{member: {reference: 'Practitioner/doc'}}],
    },
    survey('o1', 'survey'),
    survey('o2', 'vital-signs'),
    {
      resourceType: 'Provenance',
      id: 'p1',
      target: [{reference: 'Goal/g1'}],
      recorded: '2026-01-01T00:00:00Z',
      agent: [{who: {reference: 'Practitioner/doc'}}],
    },
  ],
  [
    {resourceType: 'Patient', id: 'bob', birthDate: '1960-01-01', name: [{family: 'Roy', given: ['Bob']}]},
    {
      resourceType: 'Goal',
      id: 'bob-goal',
      lifecycleStatus: 'active',
      description: {text: 'Rest'},
      subject: {reference: 'Patient/bob'},
    },
    {
      resourceType: 'Provenance',
      id: 'bob-p',
      target: [{reference: 'Goal/bob-goal'}],
      recorded: '2026-01-01T00:00:00Z',
      agent: [{who: {reference: 'Practitioner/doc'}}],
    },
  ],
];

function encounter(id: string, start: string, end: string | undefined, code: string) {
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: {system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code},
    subject: anna,
    period: {start, ...(end === undefined ? {} : {end})},
  };
}

function survey(id: string, category: string) {
  const system = 'http://terminology.hl7.org/CodeSystem/observation-category';
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: {text: id},
    subject: anna,
    category: [{coding: [{system, code: category}]}],
  };
}

export function newGoal(more: JsonObject = {}): JsonObject {
  return {
    resourceType: 'Goal',
    lifecycleStatus: 'active',
    description: {text: 'See my garden again'},
    subject: anna,
    ...more,
  };
}

/** Keeps one sandbox for the tests of a file; `use()` gives it. */
export function withSandbox(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined;
  before(async () => {
    sandbox = await startSandbox({people: PEOPLE, ...options});
  });
  after(() => sandbox?.close());
  return () => {
    if (sandbox === undefined) throw new Error('The sandbox is not running.');
    return sandbox;
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: JsonObject;
}

export type Ask = (
  method: string,
  path: string,
  more?: {body?: unknown; headers?: Record<string, string>; type?: string},
) => Promise<Answer>;

/** A client with a token for a patient. */
export function client(
  sandbox: Sandbox,
  scope = ALL_SCOPES,
  patientId = 'anna',
  choice: Partial<LaunchChoice> = {},
): Ask {
  const {token, base} = sandbox.grant(patientId, scope, choice);
  return async (method, path, {body, headers = {}, type = 'application/fhir+json'} = {}) => {
    const address = path.startsWith('http') ? path : path === '' ? base : `${base}/${path}`;
    return read(
      await fetch(address, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: 'application/fhir+json',
          ...(body === undefined ? {} : {'Content-Type': type}),
          ...headers,
        },
        ...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
      }),
    );
  };
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: JsonObject = {};
  if (text.startsWith('{')) body = JSON.parse(text) as JsonObject;
  return {status: response.status, headers: response.headers, text, body};
}

/** Ids of a searchset's matches, in order. */
export function ids(answer: Answer, mode = 'match'): string[] {
  const entries = Array.isArray(answer.body.entry) ? (answer.body.entry as JsonObject[]) : [];
  return entries
    .filter(({search}) => isObject(search) && search.mode === mode)
    .map(({resource}) => String((resource as JsonObject).id));
}

/** First issue of an OperationOutcome. */
export function issue(answer: Answer): JsonObject {
  return (answer.body.issue as JsonObject[] | undefined)?.[0] ?? {};
}

/** What a correct client sends to `authorize`; members can be replaced, or left out with null. */
export function authorizeRequest(
  sandbox: Sandbox,
  launch: string | null,
  more: Record<string, string | null> = {},
): {url: string; verifier: string; state: string; redirectUri: string} {
  const verifier = `${randomUUID()}${randomUUID()}`;
  const state = randomUUID();
  const redirectUri = `${sandbox.panelUrl}/index.html`;
  const fields: Record<string, string | null> = {
    response_type: 'code',
    client_id: 'isp-panel',
    redirect_uri: redirectUri,
    scope: 'launch openid fhirUser online_access patient/Patient.r patient/Goal.crus',
    state,
    aud: `${sandbox.fhirUrl}/open/fhir`,
    launch,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    nonce: randomUUID(),
    ...more,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== null) query.set(name, value);
  return {url: `${sandbox.fhirUrl}/open/auth/authorize?${query}`, verifier, state, redirectUri};
}

/** Where the authorization server sends the browser. */
export async function follow(url: string): Promise<URL> {
  const response = await fetch(url, {redirect: 'manual'});
  const location = response.headers.get('location');
  if (location === null) throw new Error(`No redirect: ${response.status} ${await response.text()}`);
  return new URL(location);
}

export async function tokenRequest(sandbox: Sandbox, form: Record<string, string>): Promise<Answer> {
  const body = new URLSearchParams(form);
  return read(await fetch(`${sandbox.fhirUrl}/open/auth/token`, {method: 'POST', body}));
}
