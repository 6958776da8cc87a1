/** Words as somebody wrote them, with their language (BCP 47) when the record says it. */
export interface Words {
  readonly text: string;
  readonly lang: string | null;
}

/** A FHIR Coding reduced to what is compared and shown. */
export interface Coded {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}

/** A FHIR CodeableConcept: its codings and its text. */
export interface Concept {
  readonly codings: readonly Coded[];
  readonly text: string | null;
}

/** A FHIR Reference: where it points and what it says it points at. */
export interface Pointer {
  readonly reference: string | null;
  readonly display: string | null;
}
