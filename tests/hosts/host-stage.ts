import {createPanel, type ChartOptions, type Panel} from '../../src/app/panel.ts';
import type {PanelState, Section} from '../../src/app/state.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {Timers} from '../../src/fhir/timers.ts';
import type {Transport, TransportRequest} from '../../src/fhir/transport.ts';
import {requestedScopes} from '../../src/smart/scopes.ts';
import {createFetchTransport} from '../../src/transport.ts';
import type {Sandbox} from '../../sandbox/start-sandbox.ts';
import {personality} from '../../sandbox/fhir/personalities.ts';
import {rightsOf} from '../../sandbox/smart/grant.ts';

/** When these tests take place. */
export const startedAt = Date.parse('2026-11-22T15:00:00Z');
const begun = performance.now();

/** The clock runs, so that what was read a moment ago grows old; pauses before a repetition are over at once. */
export const timers: Timers = {
  now: () => startedAt + Math.floor(performance.now() - begun),
  wait: (ms, stop) =>
    ms < 2000
      ? new Promise((resolve) => setImmediate(resolve))
      : new Promise((resolve) => {
          const over = setTimeout(resolve, ms);
          stop?.addEventListener('abort', () => (clearTimeout(over), resolve()), {once: true});
        }),
  deadline: (_, signal) => signal ?? new AbortController().signal,
};

/** A panel on one patient of one record system, and what it asked. */
export interface Host {
  readonly panel: Panel;
  readonly asked: TransportRequest[];
  state(): PanelState;
  /** Opens the chart anew, as the next day's launch would. */
  reopen(): Promise<void>;
}

/** A panel without a patient. */
export function newPanel(counting = defaultCountingConfig): Panel {
  return createPanel({
    zone: 'America/Toronto',
    timers,
    counting,
    configHash: 'sha256:0',
    newId: () => crypto.randomUUID(),
    random: () => 0,
  });
}

/** What opens a patient of one record system, as a launch there would, and what is asked over it. */
export function openOn(
  sandbox: Sandbox,
  name: string,
  patientId: string,
  through: (inner: Transport) => Transport = (inner) => inner,
): {readonly options: ChartOptions; readonly asked: TransportRequest[]} {
  const system = personality(name);
  if (!system) throw new Error(`There is no record system ${name}.`);
  const version = system.scopes.versions.includes('v2') ? 'v2' : 'v1';
  const wanted = requestedScopes({version, write: true, ehrLaunch: true, online: true, appState: false});
  const scopes = wanted
    .split(' ')
    .flatMap((scope) => rightsOf(scope, system) ?? [])
    .join(' ');
  const {token, base} = sandbox.grant(patientId, scopes, {personality: name});
  const inner = createFetchTransport({base, getToken: () => Promise.resolve(token)});
  const asked: TransportRequest[] = [];
  const transport = through({
    request(request) {
      asked.push(request);
      return inner.request(request);
    },
  });
  const user = 'Practitioner/qc-nurse-case-manager';
  const options = {transport, patientId, encounterId: null, user, intent: null, scopes, iss: base};
  return {options: {...options, needPatientBanner: true, readonly: false}, asked};
}

/** Opens the panel on a patient and waits until everything was read. */
export async function openHost(
  sandbox: Sandbox,
  name: string,
  patientId: string,
  through?: (inner: Transport) => Transport,
  counting = defaultCountingConfig,
): Promise<Host> {
  const {options, asked} = openOn(sandbox, name, patientId, through);
  const panel = newPanel(counting);
  const open = async (): Promise<void> => {
    panel.open(options);
    await panel.actions.refresh();
  };
  await open();
  return {panel, asked, state: () => panel.store.get(), reopen: open};
}

/** What a section holds; fails with what stands there instead. */
export function valueOf<T>(section: Section<T> | undefined): T {
  if (section?.status !== 'ready') throw new Error(`Not ready: ${JSON.stringify(section)}`);
  return section.value;
}
