import type {Chart} from '../../../src/app/chart.ts';
import {initialState} from '../../../src/app/initial-state.ts';
import type {RecordDesk} from '../../../src/app/record-desk.ts';
import {newMemory, type Session} from '../../../src/app/session.ts';
import type {PanelState} from '../../../src/app/state.ts';
import {createStore} from '../../../src/app/store.ts';
import {eachAbility} from '../../../src/domain/abilities.ts';
import {defaultCountingConfig} from '../../../src/domain/counting-config.ts';
import {ok} from '../../../src/domain/result.ts';
import {FhirClient} from '../../../src/fhir/client.ts';
import {defaultRecognition} from '../../../src/fhir/recognition.ts';
import type {Timers} from '../../../src/fhir/timers.ts';
import type {Transport} from '../../../src/fhir/transport.ts';
import type {FieldRules} from '../../../src/fhir/write/field-edit.ts';
import {setPrimitive} from '../../../src/fhir/write/primitive.ts';
import {objectAt, stringAt, type RawObject} from '../../../src/fhir/write/raw-json.ts';
import {RecordWriter} from '../../../src/fhir/write/record-writer.ts';
import {base, still, today, uuid} from '../../fhir/write/two-panels.ts';

/** One nurse's time with one patient, whose commands write over a transport with the real writer. */
export interface RecordStage {
  readonly session: Session;
  readonly desk: RecordDesk;
  state(): PanelState;
  /** What of one save is known. */
  save(key: string): PanelState['saves'][string] | undefined;
}

export interface StageOptions {
  readonly transport: Transport;
  readonly user?: string;
  readonly timers?: Timers;
  /** Outlives the stage, as a reload of the same tab does not. */
  readonly tried?: Set<string>;
  /** Begins the ids that are made. */
  readonly ids?: number;
}

export function recordStage(options: StageOptions): RecordStage {
  const {transport, user = 'Practitioner/n1', timers = still, tried = new Set<string>()} = options;
  const patientId = 'p1';
  const context = {
    generation: 1,
    patientId,
    encounterId: null,
    user,
    needPatientBanner: true,
    intent: null,
  };
  const abilities = eachAbility(() => ({allowed: true}));
  const store = createStore<PanelState>({
    ...initialState(context, today, 'America/Toronto', false),
    abilities,
  });
  const client = new FhirClient({transport, patientId, timers, random: () => 0});
  const person = {patientId, base};
  const writer = new RecordWriter({port: client, person, user, today: () => today, tried});
  const desk: RecordDesk = {
    client,
    person,
    user,
    zone: 'America/Toronto',
    recognition: defaultRecognition,
    today: () => today,
    abilities: () => store.get().abilities,
    planWritten: () => undefined,
    planRead: () => Promise.resolve(null),
    enrolments: () => null,
    has: () => true,
    writer: () => Promise.resolve(ok(writer)),
    hand: () => null,
  };
  let ids = options.ids ?? 0;
  const session: Session = {
    context,
    chart: {desk: () => Promise.resolve(desk)} as Partial<Chart> as Chart,
    signal: new AbortController().signal,
    memory: newMemory(),
    zone: 'America/Toronto',
    counting: defaultCountingConfig,
    configHash: '',
    saving: new Map(),
    now: () => timers.now(),
    pause: () => Promise.resolve(),
    today: () => today,
    newId: () => uuid((ids += 1)),
    isOpen: () => true,
    stop: () => undefined,
    state: () => store.get(),
    update: (change) => store.update(change),
    draftsChanged: () => undefined,
  };
  return {session, desk, state: store.get, save: (key) => store.get().saves[key]};
}

/** A task as these tests see one. */
export interface TestTask {
  readonly id: string;
  readonly words: string | null;
  readonly due: string | null;
  readonly state: string | null;
}

export interface TestTaskChange {
  readonly words?: string;
  readonly due?: string | null;
  readonly state?: string;
}

/** Rules of a kind of record that the product's own code does not know. */
export const taskRules: FieldRules<TestTask, TestTaskChange> = {
  what: 'Task',
  fields: ['words', 'due', 'state'],
  read(json) {
    const {id, description, status, executionPeriod} = json as {
      id: string;
      description?: string;
      status?: string;
      executionPeriod?: {end?: string};
    };
    return {id, words: description ?? null, due: executionPeriod?.end ?? null, state: status ?? null};
  },
  apply(raw, change) {
    if (change.words !== undefined) setPrimitive(raw, 'description', change.words);
    if (change.state !== undefined) setPrimitive(raw, 'status', change.state);
    if (change.due !== undefined) setDue(raw, change.due);
  },
};

function setDue(raw: RawObject, due: string | null): void {
  const period = objectAt(raw, 'executionPeriod') ?? (new Map() as RawObject);
  setPrimitive(period, 'end', due);
  raw.set('executionPeriod', period);
  if (stringAt(period, 'end') === null && period.size === 0) raw.delete('executionPeriod');
}

export const taskText = (id: string, words = 'Appeler', more = ''): string =>
  `{"resourceType":"Task","id":"${id}","meta":{"versionId":"1","lastUpdated":"2026-01-01T00:00:00Z"},` +
  `"status":"requested","intent":"plan","description":"${words}","for":{"reference":"Patient/p1"}${more}}`;
