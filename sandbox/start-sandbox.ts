import {ChartRecord} from './chart-record.ts';
import {AS_OF} from '../fixtures/person.ts';
import {ChartServer, type LaunchChoice} from './chart-server.ts';
import {EhrServer} from './ehr-server.ts';
import {Faults} from './faults.ts';
import {FhirServer} from './fhir/fhir-server.ts';
import {PERSONALITIES} from './fhir/personalities.ts';
import {Store} from './fhir/store.ts';
import type {Validate} from './fhir/writes.ts';
import {listen, stop} from './http.ts';
import {PANEL_FOLDER, PanelServer} from './panel-server.ts';
import {
  asPeople,
  listPeople,
  seedPeople,
  summarize,
  type ListedPerson,
  type SandboxPerson,
} from './people.ts';
import {PROXY, Proxy} from './proxy.ts';
import {RequestLog} from './request-log.ts';
import {appStateOf, siteOf, CLIENT_ID} from './site.ts';
import {AuthServer} from './smart/auth-server.ts';
import {IdTokens} from './smart/id-token.ts';
import {Launches, type Launch} from './smart/launches.ts';
import {Permissions} from './smart/scopes.ts';
import {Tokens} from './smart/tokens.ts';
import {USER, USER_CLAIMS} from './user.ts';

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  readonly chartPort?: number;
  readonly panelPort?: number;
  readonly fhirPort?: number;
  /** Persons, or one list of resources (or Bundles) each; the project's synthetic people when absent. */
  readonly people?: readonly (SandboxPerson | readonly unknown[])[];
  /** Folders with Bundles, lists or NDJSON; their people come instead of the synthetic ones. */
  readonly dataDirs?: readonly string[];
  /** FHIR base of another server to put the launch in front of (personality `proxy`). */
  readonly fhirUrl?: string;
  /** Day that the panel takes for today; the one of the synthetic people, and none for other data, when absent. */
  readonly practiceDate?: string | null;
  /** Folder of the built panel; `dist-app/` when absent. */
  readonly panelFolder?: string;
  /** Members that replace those of the sandbox's site file. */
  readonly site?: Readonly<Record<string, unknown>>;
  /** Settings of the panel that the record systems keep for everybody, as JSON text; they say then that they do. */
  readonly appState?: string;
  /** Delay of every answer of the record system, milliseconds. */
  readonly latencyMs?: number;
  readonly now?: () => Date;
  /** False tells on stderr what was read; default true. */
  readonly quiet?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
  readonly chartUrl: string;
  readonly panelUrl: string;
  /** Origin of the record system; a FHIR base is `{fhirUrl}/{personality}/fhir`. */
  readonly fhirUrl: string;
  readonly store: Store;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly launches: Launches;
  readonly tokens: Tokens;
  readonly people: readonly SandboxPerson[];
  /** Violations of the panel's CSP that browsers reported. */
  readonly cspReports: readonly unknown[];
  /** Files of the panel that were served, with bytes as sent. */
  readonly panelRequests: {path: string; bytes: number}[];
  /** `latencyMs` may be changed while running. */
  readonly settings: {latencyMs: number};
  /** Makes an EHR launch and returns the address that opens the panel. */
  launch(choice: LaunchChoice): {launchId: string; url: string; launch: Launch};
  /** An access token without the dance, for tests and measurements. */
  grant(patientId: string, scope: string, choice?: Partial<LaunchChoice>): {token: string; base: string};
  close(): Promise<void>;
}

/** Starts record system, authorization server, panel and chart in this process, each on its own port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const settings = {latencyMs: options.latencyMs ?? 0};
  const proxy = options.fhirUrl === undefined ? null : new Proxy(options.fhirUrl);
  const people = proxy === null ? await loadPeople(options) : [];
  const store = new Store(now);
  store.seed(USER);
  seedPeople(store, people);
  const log = new RequestLog();
  const faults = new Faults();
  const launches = new Launches(now);
  const tokens = new Tokens(now);
  const idTokens = new IdTokens();
  const fhirServer = new FhirServer(store, loadValidate);
  const personalities =
    proxy !== null
      ? [PROXY]
      : PERSONALITIES.map((one) =>
          options.appState === undefined ? one : {...one, appState: true as const},
        );
  if (options.appState !== undefined) store.seed(appStateOf(options.appState));
  const urls = {chart: '', panel: '', fhir: ''};
  const fhirBase = (name: string) => `${urls.fhir}/${name}/fhir`;
  const panelRequests: {path: string; bytes: number}[] = [];

  const listed = async (): Promise<readonly ListedPerson[]> => {
    if (proxy === null) return listPeople(store, people);
    const words = {en: '', fr: ''};
    return (await proxy.patients()).map((one) => ({...summarize(one), slug: '', title: words, story: words}));
  };
  let pickable: readonly ListedPerson[] = [];

  const auth = new AuthServer({
    clientId: CLIENT_ID,
    redirectUris: () => [`${urls.panel}/index.html`, `${urls.panel}/`],
    launches,
    tokens,
    idTokens,
    patients: () => pickable,
    user: {reference: `Practitioner/${USER.id}`, claims: USER_CLAIMS},
    now,
  });
  const ehr = new EhrServer({
    origin: () => urls.fhir,
    allowedOrigins: () => [urls.panel, urls.chart],
    personalities,
    fhir: () => proxy ?? fhirServer,
    auth,
    jwks: idTokens.jwks,
    tokens,
    log,
    faults,
    store,
    latency: () => settings.latencyMs,
    now,
  });
  const ownData = proxy !== null || (options.dataDirs?.length ?? 0) > 0;
  const practiceDate =
    options.practiceDate === undefined && !ownData ? AS_OF : (options.practiceDate ?? null);
  const site = () => ({
    ...siteOf(
      personalities.map(({name}) => fhirBase(name)),
      urls.chart,
    ),
    ...(practiceDate === null ? {} : {practiceDate}),
    ...options.site,
  });
  const panel = new PanelServer({
    origin: () => urls.panel,
    site,
    folder: options.panelFolder ?? PANEL_FOLDER,
    misplacedToken: (authorization) => {
      const session = tokens.bearer(authorization.replace(/^Bearer /i, ''))?.session;
      session?.launch.checks.record('bearer-place', false, 'sent to the panel’s own server');
    },
    served: (path, bytes) => panelRequests.push({path, bytes}),
  });
  const address = (choice: LaunchChoice, query: Record<string, string>) => {
    const url = new URL('/launch.html', urls.panel);
    url.searchParams.set('iss', fhirBase(choice.personality ?? personalities[0]?.name ?? ''));
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    if (choice.lang !== undefined) url.searchParams.set('lang', choice.lang);
    if (choice.theme !== undefined) url.searchParams.set('theme', choice.theme);
    return url.href;
  };
  const launch = (choice: LaunchChoice) => {
    const name = choice.personality ?? personalities[0]?.name ?? '';
    const made = launches.add(name, choice.patientId, `Practitioner/${USER.id}`, choice.options);
    return {launchId: made.id, url: address(choice, {launch: made.token ?? ''}), launch: made};
  };
  const record = new ChartRecord(store);
  const chart = new ChartServer({
    origin: () => urls.chart,
    personalities,
    people: async () => (pickable = await listed()),
    problems: async (patientId) =>
      proxy === null
        ? store.list('Condition', patientId)
        : proxy.search(`Condition?patient=${encodeURIComponent(patientId)}&_count=20`),
    record: (patientId) => (proxy === null ? record.of(patientId) : null),
    launch: (choice) => {
      const {launchId, url} = launch(choice);
      return {launchId, url};
    },
    standaloneUrl: (choice) => address(choice, {}),
    launches,
    tokens,
    log,
    faults,
    settings,
  });

  const servers = await listenAll([
    [options.fhirPort ?? 0, ehr.listener],
    [options.panelPort ?? 0, panel.listener],
    [options.chartPort ?? 0, chart.listener],
  ]);
  const [fhirPort, panelPort, chartPort] = servers.map(({port}) => port);
  urls.fhir = `http://127.0.0.1:${fhirPort}`;
  urls.panel = `http://127.0.0.1:${panelPort}`;
  urls.chart = `http://localhost:${chartPort}`;
  pickable = await listed().catch(() => []);
  return {
    chartUrl: urls.chart,
    panelUrl: urls.panel,
    fhirUrl: urls.fhir,
    store,
    log,
    faults,
    launches,
    tokens,
    people,
    cspReports: panel.cspReports,
    panelRequests,
    settings,
    launch,
    grant: (patientId, scope, choice = {}) => {
      const made = launch({...choice, patientId}).launch;
      const scopes = scope.split(' ');
      const {token} = tokens.access({
        launch: made,
        patientId,
        clientId: CLIENT_ID,
        redirectUri: '',
        scopes,
        codeChallenge: '',
        nonce: null,
        permissions: new Permissions(scopes),
      });
      return {token, base: fhirBase(made.personality)};
    },
    close: async () => {
      await Promise.all(servers.map(({server}) => stop(server)));
    },
  };
}

type Listening = Awaited<ReturnType<typeof listen>>;

/** Opens all ports, or none. */
async function listenAll(
  wanted: readonly (readonly [number, Parameters<typeof listen>[1]])[],
): Promise<Listening[]> {
  const open: Listening[] = [];
  try {
    for (const [port, listener] of wanted) open.push(await listen(port, listener));
    return open;
  } catch (error) {
    await Promise.all(open.map(({server}) => stop(server)));
    throw error;
  }
}

async function loadPeople(options: SandboxOptions): Promise<SandboxPerson[]> {
  if (options.people !== undefined) return asPeople(options.people);
  if (options.dataDirs !== undefined && options.dataDirs.length > 0) {
    const {readData} = await import('../fixtures/read-data.ts');
    const report =
      options.quiet === false ? (line: string) => process.stderr.write(`${line}\n`) : () => undefined;
    return options.dataDirs.flatMap((dir) => readData(dir, report));
  }
  const fixtures = await import('../fixtures/people.ts');
  return [...fixtures.loadPeople()];
}

async function loadValidate(): Promise<Validate> {
  return (await import('./conformance.ts')).validateResource;
}
