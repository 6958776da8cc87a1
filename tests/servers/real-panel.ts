import {createPanel, type ChartOptions} from '../../src/app/panel.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {zoneOf, localDateOf} from '../../src/domain/time.ts';
import type {Timers} from '../../src/fhir/timers.ts';
import type {Transport, TransportRequest, TransportResponse} from '../../src/fhir/transport.ts';
import type {Host} from '../hosts/host-stage.ts';

const zone = 'America/Toronto';

/** Today at the place of the checks, YYYY-MM-DD. */
export function today(): string {
  const moment = zoneOf(zone).read(new Date().toISOString());
  return moment ? localDateOf(moment) : '';
}

/** The clock and the timers of this machine. */
const timers: Timers = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const over = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => (clearTimeout(over), resolve()), {once: true});
    }),
  deadline: (ms, signal) => AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]),
};

/** How to reach the chart of one person. */
export interface Server {
  readonly base: string;
  readonly patientId: string;
  readonly transport: Transport;
  /** Granted scopes; null when nobody says. */
  readonly scopes: string | null;
  readonly user: string | null;
}

/** A panel on a real record system, as a page has it, and what it asked. */
export async function openPanel(
  server: Server,
  through: (inner: Transport) => Transport = (inner) => inner,
): Promise<Host> {
  const asked: TransportRequest[] = [];
  const inner: Transport = {
    request(request) {
      asked.push(request);
      return server.transport.request(request);
    },
  };
  const panel = createPanel({
    zone,
    timers,
    counting: defaultCountingConfig,
    configHash: 'sha256:0',
    newId: () => crypto.randomUUID(),
    random: Math.random,
  });
  const {patientId, user, scopes, base} = server;
  const options: ChartOptions = {
    transport: through(inner),
    patientId,
    encounterId: null,
    user,
    needPatientBanner: true,
    intent: null,
    scopes,
    readonly: false,
    iss: base,
  };
  const reopen = async (): Promise<void> => {
    panel.open(options);
    await panel.actions.refresh();
  };
  await reopen();
  return {panel, asked, state: () => panel.store.get(), reopen};
}

/** A record system that takes no `types` from apps: its CapabilityStatement does not offer them, and it refuses them. */
export function without(types: readonly string[]): (inner: Transport) => Transport {
  return (inner) => ({
    async request(request) {
      const [type = ''] = request.path.split(/[/?]/u);
      const isWrite =
        request.method === 'PUT' || (request.method === 'POST' && !request.path.includes('_search'));
      if (isWrite && types.includes(type)) return refusal;
      const answer = await inner.request(request);
      return request.path === 'metadata'
        ? {...answer, header: (name) => answer.header(name), text: offer(answer.text, types)}
        : answer;
    },
  });
}

const refusal: TransportResponse = {
  status: 405,
  text: '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-supported"}]}',
  header: () => null,
};

interface Statement {
  readonly rest?: readonly {
    readonly resource?: readonly {
      readonly type: string;
      readonly interaction?: readonly {readonly code: string}[];
    }[];
  }[];
}

function offer(text: string, types: readonly string[]): string {
  const statement = JSON.parse(text) as Statement;
  const rest = statement.rest?.map((one) => ({
    ...one,
    resource: one.resource?.map((resource) =>
      types.includes(resource.type)
        ? {
            ...resource,
            interaction: resource.interaction?.filter(({code}) => /^(?:read|search-type|vread)$/u.test(code)),
          }
        : resource,
    ),
  }));
  return JSON.stringify({...statement, rest});
}
