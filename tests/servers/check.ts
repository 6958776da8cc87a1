/** What one check of a record system ended with. `not-here`: the system does not offer what it needs. */
export interface Outcome {
  /** Statements of docs/conformance.md that it looks at. */
  readonly numbers: readonly number[];
  readonly name: string;
  readonly result: 'holds' | 'fails' | 'not-here';
  /** What was found, or why not. */
  readonly detail: string;
}

/** Thrown by a check that a record system gives no occasion for. */
export class NotHere extends Error {}

/** Collects the outcomes of checks, run one after the other; one that fails stops none of the others. */
export class Checks {
  readonly outcomes: Outcome[] = [];

  /** Runs one check: it returns what was found, throws `NotHere`, or fails with anything else that is thrown. */
  async run(numbers: readonly number[], name: string, check: () => Promise<string> | string): Promise<void> {
    try {
      this.outcomes.push({numbers, name, result: 'holds', detail: await check()});
    } catch (error) {
      const result = error instanceof NotHere ? 'not-here' : 'fails';
      const [detail = ''] = String(error instanceof Error ? error.message : error).split('\n');
      this.outcomes.push({numbers, name, result, detail});
    }
  }
}

const signs = {holds: '✔', fails: '✖', 'not-here': '·'} as const;

/** The outcomes by conformance number, one a line, and the totals. */
export function report(outcomes: readonly Outcome[]): string {
  const lines = outcomes
    .toSorted((a, b) => (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0))
    .map(({numbers, name, result, detail}) => {
      const said = detail === '' ? '' : `: ${detail}`;
      return `${signs[result]} ${numbers.join(', ').padStart(10)}  ${name}${said}`;
    });
  const count = (wanted: Outcome['result']): number =>
    outcomes.filter(({result}) => result === wanted).length;
  const totals = `${count('holds')} hold, ${count('fails')} fail, ${count('not-here')} have no occasion here`;
  return [...lines, totals, ''].join('\n');
}
