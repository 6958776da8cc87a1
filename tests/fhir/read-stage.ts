import {FhirClient} from '../../src/fhir/client.ts';
import type {ResourceName} from '../../src/domain/problem.ts';
import type {TransportRequest} from '../../src/fhir/transport.ts';
import {base, bundle, FakeTransport, searchOf, type Answer, type Recorded} from './fake-transport.ts';
import {VirtualTime} from './virtual-time.ts';

export type Resource = {
  readonly resourceType: string;
  readonly id?: string;
  readonly [name: string]: unknown;
};

/** An answer for one request, or null to let the records answer. */
export type Special = (request: TransportRequest, params: URLSearchParams | null) => Answer | null;

export const patientId = 'p1';
export const subject = {reference: 'Patient/p1'};

/** A client of patient p1 over a server that holds these resources and filters by nothing but the type. */
export function stage(resources: readonly Resource[], special: Special = () => null) {
  const time = new VirtualTime();
  const others: ResourceName[] = [];
  const transport = new FakeTransport(time, (request): Answer => {
    const search = searchOf(request);
    const answer = special(request, search?.params ?? null);
    if (answer !== null) return answer;
    if (search) {
      const found = resources.filter(({resourceType}) => resourceType === search.type);
      return {body: searchset(found, search.type)};
    }
    const [type, id] = request.path.split('/');
    const found = resources.find((one) => one.resourceType === type && one.id === id);
    return found ? {body: found} : {status: 404};
  });
  const client = new FhirClient({
    transport,
    patientId,
    timers: time,
    random: () => 0,
    onOtherPatient: (what) => others.push(what),
  });
  const run = <T>(promise: Promise<T>): Promise<T> => time.run(promise);
  const {signal} = new AbortController();
  return {client, transport, others, run, signal, time};
}

/** A searchset whose entries say where they stand. */
export function searchset(resources: readonly Resource[], type: string, included: readonly Resource[] = []) {
  const entry = (resource: Resource, mode: string) => ({
    fullUrl: `${base}${resource.resourceType}/${resource.id}`,
    resource,
    search: {mode},
  });
  return bundle(resources, {
    link: [{relation: 'self', url: `${base}${type}?patient=${patientId}`}],
    entry: [...resources.map((one) => entry(one, 'match')), ...included.map((one) => entry(one, 'include'))],
  });
}

/** What was asked, in short: `GET Patient/p1`, `CarePlan status=active`. */
export function asked(requests: readonly Recorded[]): readonly string[] {
  return requests.map(({method, path, body}) => {
    const search = searchOf({method: method as 'GET', path, headers: {}, ...(body ? {body} : {})});
    if (!search) return `${method} ${path}`;
    const params = [...search.params].filter(([name]) => name !== 'patient');
    return [search.type, ...params.map(([name, value]) => `${name}=${value}`)].join(' ');
  });
}
