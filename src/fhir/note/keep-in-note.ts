import {printNote} from '../../domain/note/print-note.ts';
import type {KeptInNotes} from '../abilities.ts';
import {FhirClient} from '../client.ts';
import type {Timers} from '../timers.ts';
import type {Transport} from '../transport.ts';
import {HandShelf} from './hand-shelf.ts';
import type {NotePlace} from './note-change.ts';
import {NoteRecords} from './note-records.ts';
import {NoteShelf} from './note-shelf.ts';
import {noteTransport} from './note-transport.ts';
import {openPlanBundle, planBundle} from './plan-bundle.ts';

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

/** A plan that is filed nowhere: as a note to paste, and as a FHIR Bundle that the panel opens again. */
export interface PlanInHand {
  readonly text: string;
  readonly bundle: string;
}

/** The plan in hand, in a record that takes neither a plan nor notes. */
export interface Hand {
  /** From now on changes stay in memory. */
  begin(): void;
  /** Opens a plan that was taken away (a Bundle), in place of what is in hand. */
  open(bundle: string): 'opened' | 'unreadable' | 'other-patient';
  /** What is in hand; null when nothing is. */
  take(): PlanInHand | null;
}

/** The same record with the plan, its goals and its team kept in a note that people and the panel read. */
export interface KeptPlan {
  readonly transport: Transport;
  readonly hand: Hand;
}

/** Keeps what the record behind `inner` does not take of the plan in a clinical note of it, or in hand. */
export function keepInNote(inner: Transport, keeping: NoteKeeping, kept: KeptInNotes): KeptPlan {
  const {patientId, timers, random, user, newId} = keeping;
  const client = new FhirClient({transport: inner, patientId, timers, random});
  const shelf = new HandShelf(new NoteShelf({client, user, newId}), newId, () => timers.now());
  const hand: Hand = {
    begin: () => shelf.begin(),
    open(bundle) {
      const note = openPlanBundle(bundle, patientId);
      if (typeof note === 'string') return note;
      shelf.begin(note);
      return 'opened';
    },
    take() {
      const {note} = shelf;
      return note && {text: printNote(note), bundle: planBundle(note, patientId, user)};
    },
  };
  const records = new NoteRecords(shelf, keeping, newId);
  return {transport: noteTransport(inner, records, patientId, kept), hand};
}
