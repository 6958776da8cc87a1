/** The FHIR resource types that the panel reads or writes. */
export type ResourceName =
  | 'Patient'
  | 'Encounter'
  | 'CarePlan'
  | 'Goal'
  | 'CareTeam'
  | 'EpisodeOfCare'
  | 'Practitioner'
  | 'PractitionerRole'
  | 'Organization'
  | 'RelatedPerson'
  | 'Location'
  | 'Task'
  | 'Condition'
  | 'Observation'
  | 'Communication'
  | 'Appointment'
  | 'Consent'
  | 'QuestionnaireResponse'
  | 'DocumentReference'
  | 'ServiceRequest'
  | 'Flag'
  | 'Provenance';

/** One issue of an OperationOutcome, kept for the person to read next to the field it concerns. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: string;
  /** The server's own words (`details.text`, else `diagnostics`), or null. */
  readonly text: string | null;
  /** FHIRPath expressions of the elements concerned, for example `Goal.target[0].dueDate`. */
  readonly expressions: readonly string[];
}

/**
 * Everything that can go wrong, as a closed union: a new kind does not compile until both languages have words for it.
 * No member carries free text of a library's error, which could hold tokens or clinical data.
 */
export type Problem =
  | {readonly kind: 'offline'}
  | {readonly kind: 'timeout'}
  | {readonly kind: 'cancelled'}
  /** 401 that a refresh could not cure: the session is over. */
  | {readonly kind: 'signed-out'}
  | {readonly kind: 'forbidden'; readonly what: ResourceName}
  | {readonly kind: 'not-found'; readonly what: ResourceName}
  | {readonly kind: 'gone'; readonly what: ResourceName}
  /** Somebody else changed it first (409 or 412 after our If-Match). Both versions are kept; see `Conflict` in app/state. */
  | {readonly kind: 'conflict'; readonly what: ResourceName}
  /** 400 or 422: the server refuses the content, and says why. */
  | {readonly kind: 'rejected'; readonly issues: readonly Issue[]}
  /** The server, the granted scopes or the site's policy do not allow this act. */
  | {
      readonly kind: 'unsupported';
      readonly what: ResourceName;
      readonly why: 'server' | 'scope' | 'site' | 'unknown';
    }
  /** The answer is not the FHIR that was asked for (HTML, empty, truncated, wrong type). */
  | {readonly kind: 'unreadable'; readonly what: ResourceName; readonly path: string}
  | {readonly kind: 'busy'; readonly retryAfterSeconds: number | null}
  | {readonly kind: 'server'; readonly status: number}
  /** The resource belongs to another patient: nothing of it is shown or written. */
  | {readonly kind: 'other-patient'; readonly what: ResourceName}
  /** The address lies outside the FHIR base: not requested, no token sent. */
  | {readonly kind: 'held-elsewhere'}
  /** A write whose outcome could not be settled by reading again. */
  | {readonly kind: 'unclear'; readonly what: ResourceName}
  /** A defect of the panel itself. */
  | {readonly kind: 'bug'};
