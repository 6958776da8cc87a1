/** The person, as the identity line shows them. */
export interface Patient {
  readonly id: string;
  /** Family name as recorded; the identity line sets it in capitals. Null when the record has none. */
  readonly family: string | null;
  readonly given: string | null;
  /** The whole name when the record gives only `HumanName.text`. */
  readonly nameText: string | null;
  /** FHIR date, possibly partial: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly birthDate: string | null;
  /** FHIR date or dateTime, possibly partial; `deceased` alone may be known. */
  readonly deceasedAt: string | null;
  readonly deceased: boolean;
  /** The identifier to show (a health number before others), and what it is called. Only its last four characters are shown. */
  readonly identifier: {
    readonly value: string;
    readonly system: string | null;
    readonly label: string | null;
  } | null;
  /** Preferred language (BCP 47) or null. */
  readonly language: string | null;
}
