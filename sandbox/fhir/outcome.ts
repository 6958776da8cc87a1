/** One issue of an OperationOutcome. */
export interface Issue {
  readonly severity: 'error' | 'warning' | 'information';
  /** FHIR issue-type code. */
  readonly code: string;
  readonly text: string;
  /** FHIRPath of the element, where one is at fault. */
  readonly expression?: string;
}

/** An answer that is not a success. Thrown inside the server and turned into a response at its edge. */
export class FhirError extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    text: string,
    more: {issues?: readonly Issue[]; headers?: Record<string, string>} = {},
  ) {
    super(text);
    this.name = 'FhirError';
    this.status = status;
    this.issues = more.issues ?? [{severity: 'error', code, text}];
    this.headers = more.headers ?? {};
  }
}

/** An OperationOutcome resource with the given issues. */
export function operationOutcome(issues: readonly Issue[]) {
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map(({severity, code, text, expression}) => ({
      severity,
      code,
      details: {text},
      diagnostics: text,
      ...(expression === undefined ? {} : {expression: [expression]}),
    })),
  };
}
