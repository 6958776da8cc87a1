import {createFetchTransport} from '../../src/transport.ts';
import {report, type Outcome} from './check.ts';
import {checkLaunch, type LaunchChoice} from './launch-suite.ts';
import type {Server} from './real-panel.ts';
import {checkRecord} from './record-suite.ts';

export interface SuiteOptions {
  /** FHIR base without a launch. */
  readonly fhir: string | null;
  /** Access token for it, when it wants one. */
  readonly token: string | null;
  /** Id of a test patient; one is made when absent. */
  readonly patient: string | null;
  /** Launches to try, each followed by the same checks with its own token. */
  readonly launches: readonly LaunchChoice[];
  readonly write: boolean;
}

/** Runs the suite, and tells what came of it as text. */
export async function runSuite(
  options: SuiteOptions,
): Promise<{readonly outcomes: readonly Outcome[]; readonly text: string}> {
  const all: Outcome[] = [];
  const parts: string[] = [];
  const add = (title: string, outcomes: readonly Outcome[]): void => {
    all.push(...outcomes);
    parts.push(`${title}\n${report(outcomes)}`);
  };
  if (options.fhir !== null) add(options.fhir, await onBase(options.fhir, options));
  for (const launch of options.launches) {
    const {outcomes, session} = await checkLaunch(launch);
    add(`launch from ${launch.iss}`, outcomes);
    if (!session) continue;
    const {transport, scopes, fhirBase: base, context} = session;
    const server = {base, transport, scopes, patientId: context.patientId, user: context.user};
    // A token of a launch is of one person.
    add(
      fhirTitle(server),
      await checkRecord(server, {newPerson: () => Promise.resolve(null), write: options.write}),
    );
    session.end();
  }
  return {outcomes: all, text: parts.join('\n')};
}

const fhirTitle = ({base, patientId}: Server): string => `${base}, Patient/${patientId}`;

async function onBase(fhir: string, {token, patient, write}: SuiteOptions): Promise<readonly Outcome[]> {
  const base = fhir.replace(/\/$/u, '');
  const transport = createFetchTransport({
    base,
    ...(token === null ? {} : {getToken: () => Promise.resolve(token)}),
  });
  const on = (patientId: string): Server => ({base, transport, scopes: null, user: null, patientId});
  const newPerson = async (): Promise<Server | null> => {
    const id = write ? await makePatient(transport) : null;
    return id === null ? null : on(id);
  };
  const server = patient === null ? await newPerson() : on(patient);
  if (!server) throw new Error(`${base} makes no patient for us: name a test patient with --patient`);
  return checkRecord(server, {newPerson, write});
}

/** A synthetic person; null when the server makes none. */
async function makePatient(transport: Server['transport']): Promise<string | null> {
  const body = JSON.stringify({
    resourceType: 'Patient',
    name: [{family: 'Essai-Panneau', given: ['Synthétique']}],
    birthDate: '1950-01-01',
    gender: 'unknown',
  });
  const headers = {'Content-Type': 'application/fhir+json', Prefer: 'return=representation'};
  const {status, text, header} = await transport.request({method: 'POST', path: 'Patient', headers, body});
  if (status !== 200 && status !== 201) return null;
  const id = text.startsWith('{') ? (JSON.parse(text) as {id?: string}).id : undefined;
  return id ?? /Patient\/([^/]+)/u.exec(header('Location') ?? '')?.[1] ?? null;
}
