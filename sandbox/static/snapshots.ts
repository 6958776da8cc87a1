import {createPanel} from '../../src/app/panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import type {Timers} from '../../src/fhir/timers.ts';
import {AS_OF, loadPeople, loadPerson} from '../../fixtures/people.ts';
import {PERSONALITIES} from '../fhir/personalities.ts';
import {galleryStates, type GalleryState} from './gallery-states.ts';
import {MemoryRecord} from './memory-transport.ts';

const zone = 'America/Toronto';
const noon = Date.parse(`${AS_OF}T17:00:00Z`);

/** A clock that stands still: what is drawn is the same in every build. */
const timers: Timers = {
  now: () => noon,
  wait: (ms, stop) =>
    ms < 2000
      ? new Promise((resolve) => setTimeout(resolve, 0))
      : new Promise((resolve) => stop?.addEventListener('abort', () => resolve(), {once: true})),
  deadline: (_, signal) => signal ?? new AbortController().signal,
};

/** The state of every picture of the gallery, as the panel itself reads it from the invented people: JSON, by name. */
export async function gallerySnapshots(): Promise<Readonly<Record<string, PanelState>>> {
  const read = new Map<string, Promise<PanelState>>();
  const shots: Record<string, PanelState> = {};
  for (const one of galleryStates) {
    const key = JSON.stringify([one.person, one.record, one.refused ?? {}, one.readonly ?? false]);
    const base = read.get(key) ?? settledState(one);
    read.set(key, base);
    const state = structuredClone(await base);
    shots[one.name] = one.change ? one.change(state) : state;
  }
  return shots;
}

async function settledState({
  person,
  record = 'open',
  refused = {},
  readonly = false,
}: GalleryState): Promise<PanelState> {
  const memory = new MemoryRecord(loadPeople(), () => new Date(noon));
  const patientId =
    loadPerson(person).resources.find(({resourceType}) => resourceType === 'Patient')?.id ?? '';
  const obstacle = (_method: string, path: string) => refused[/^[A-Za-z]+/.exec(path)?.[0] ?? ''] ?? null;
  const personality = PERSONALITIES.find(({name}) => name === record)!;
  let ids = 0;
  const panel = createPanel({
    zone,
    timers,
    counting: defaultCountingConfig,
    configHash: 'sha256:0',
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    random: () => 0,
  });
  panel.open({
    transport: memory.transport(patientId, personality, obstacle),
    patientId,
    encounterId: null,
    user: 'Practitioner/sandbox-nurse',
    needPatientBanner: true,
    intent: null,
    scopes: null,
    readonly,
  });
  await quiet(panel.store);
  // The pictures ask for nothing more: the form of a goal offers what stands on the problem list.
  await panel.actions.wish('goal:problems', 'readProblemList');
  const state = panel.store.get();
  return state;
}

/** Waits until the state has not changed for a good while: everything that is read has been read. */
async function quiet(store: {get(): PanelState}): Promise<void> {
  let last = store.get();
  for (let still = 0; still < 300;) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const now = store.get();
    still = now === last ? still + 1 : 0;
    last = now;
  }
}
