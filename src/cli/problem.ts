/** Everything that makes `isp-panel count` end with exit code 2, as a closed union: each kind has one line in both languages. */
export type CountProblem =
  | {readonly kind: 'unknown-command'; readonly command: string}
  | {readonly kind: 'unknown-option'; readonly option: string}
  | {readonly kind: 'value-missing'; readonly option: string}
  | {readonly kind: 'said-twice'; readonly option: string}
  | {readonly kind: 'no-file'}
  | {readonly kind: 'two-files'}
  | {readonly kind: 'no-as-of'}
  | {readonly kind: 'not-a-date'; readonly option: string; readonly value: string}
  | {readonly kind: 'index-after-as-of'}
  | {readonly kind: 'not-a-zone'; readonly value: string}
  | {readonly kind: 'not-a-language'; readonly value: string}
  | {readonly kind: 'csv-and-explain'}
  | {readonly kind: 'cannot-open'; readonly file: string}
  | {readonly kind: 'not-json'; readonly file: string; readonly line: number | null}
  | {readonly kind: 'no-resources'; readonly file: string}
  | {readonly kind: 'not-a-site'; readonly file: string}
  | {readonly kind: 'two-patients'; readonly file: string; readonly ids: readonly string[]}
  | {readonly kind: 'no-such-patient'; readonly file: string; readonly id: string}
  | {readonly kind: 'no-such-record'; readonly file: string; readonly id: string};
