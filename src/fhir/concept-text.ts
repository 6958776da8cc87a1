import type {Coded, Concept, Pointer} from '../domain/text.ts';
import {textOf} from './json.ts';

interface CodingLike {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly display?: string | undefined;
  readonly userSelected?: boolean | undefined;
}

/** A CodeableConcept as it is read. */
export interface ConceptLike {
  readonly coding?: readonly CodingLike[] | undefined;
  readonly text?: string | undefined;
}

/** A Coding as the domain compares it; null when it says nothing (as with a data-absent-reason). */
export function codedOf(coding: CodingLike | undefined): Coded | null {
  const code = textOf(coding?.code);
  const display = textOf(coding?.display);
  return code === null && display === null ? null : {system: textOf(coding?.system), code, display};
}

/** A CodeableConcept as the domain compares it, the coding that a user chose first; null when it says nothing. */
export function conceptOf(concept: ConceptLike | undefined): Concept | null {
  const codings: Coded[] = [];
  let chosen = 0;
  for (const coding of concept?.coding ?? []) {
    const coded = codedOf(coding);
    if (coded === null) continue;
    if (coding.userSelected === true) codings.splice(chosen++, 0, coded);
    else codings.push(coded);
  }
  const text = textOf(concept?.text);
  return codings.length === 0 && text === null ? null : {codings, text};
}

/** What is said of a concept: its text, else a display, else a code; null when it says nothing. */
export function conceptText(concept: Concept | null): string | null {
  if (concept === null) return null;
  const display = concept.codings.find((coding) => coding.display !== null)?.display;
  return concept.text ?? display ?? concept.codings[0]?.code ?? null;
}

/** A Reference as the domain keeps it; null when it says nothing. */
export function pointerOf(
  reference: {readonly reference?: string | undefined; readonly display?: string | undefined} | undefined,
): Pointer | null {
  const pointer = {reference: textOf(reference?.reference), display: textOf(reference?.display)};
  return pointer.reference === null && pointer.display === null ? null : pointer;
}
