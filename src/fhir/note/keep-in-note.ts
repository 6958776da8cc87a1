import {FhirClient} from '../client.ts';
import type {Timers} from '../timers.ts';
import type {Transport} from '../transport.ts';
import {NoteRecords} from './note-records.ts';
import {NoteShelf} from './note-shelf.ts';
import {noteTransport} from './note-transport.ts';
import type {NotePlace} from './note-change.ts';

/** What keeping the plan of one patient in a note needs. */
export interface NoteKeeping extends NotePlace {
  /** Reference of the signed-in user, or null. */
  readonly user: string | null;
  readonly timers: Timers;
  /** From 0 to 1. */
  readonly random: () => number;
  /** A new UUID, lower case. */
  readonly newId: () => string;
}

/** The same record, with the plan, its goals and its team kept in a clinical note that people and the panel read. */
export function keepInNote(inner: Transport, keeping: NoteKeeping): Transport {
  const {patientId, timers, random, user, newId} = keeping;
  const client = new FhirClient({transport: inner, patientId, timers, random});
  const shelf = new NoteShelf({client, user, newId});
  return noteTransport(inner, new NoteRecords(shelf, keeping, newId), patientId);
}
