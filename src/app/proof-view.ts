import type {CountedEvent, ExcludedRecord, UseProof} from '../domain/use-proof.ts';

/** What "How this was counted" lists, for the last 12 months. */
export interface ProofView {
  readonly from: string;
  readonly to: string;
  /** ED visits and stays of the period, each newest first. */
  readonly counted: readonly {
    readonly measure: 'edVisits' | 'stays';
    readonly events: readonly CountedEvent[];
  }[];
  /** What was left out of the period, or has no date; newest first. */
  readonly excluded: readonly ExcludedRecord[];
  /** What was left out of other periods. */
  readonly excludedElsewhere: readonly ExcludedRecord[];
  /** Numbers of the rules that decided something, in order. */
  readonly rules: readonly string[];
  readonly alternatives: readonly (readonly [keyof UseProof['alternatives'], number])[];
  /** Whether the 12 months are complete: if not, no definition gives more than a lower limit. */
  readonly complete: boolean;
}

const ALTERNATIVES = [
  'asConfigured',
  'registrations',
  'onePerDay',
  'withScheduled',
  'withoutLeftWithoutBeingSeen',
  'admittedDropped',
] as const satisfies readonly (keyof UseProof['alternatives'])[];

/** Picks from the proof; it counts nothing itself. */
export function proofView(proof: UseProof): ProofView {
  const {from, to, complete} = proof.windows.last12Months;
  const counted = proof.included
    .filter(({kind, localDate}) => (kind === 'ed-visit' || kind === 'stay') && inside(localDate, from, to))
    .toReversed();
  const excluded = proof.excluded.toSorted((a, b) => ((a.localDate ?? '') < (b.localDate ?? '') ? 1 : -1));
  const isHere = ({localDate}: ExcludedRecord): boolean =>
    localDate === null || (localDate >= from.slice(0, localDate.length) && localDate <= to);
  const here = excluded.filter(isHere);
  const rules = new Set([
    ...counted.flatMap((event) => event.rules),
    ...here.map(({rule}) => rule),
    ...proof.unplaced.map(({rule}) => rule),
  ]);
  return {
    from,
    to,
    counted: [
      {measure: 'edVisits', events: counted.filter(({kind}) => kind === 'ed-visit')},
      {measure: 'stays', events: counted.filter(({kind}) => kind === 'stay')},
    ],
    excluded: here,
    excludedElsewhere: excluded.filter((record) => !isHere(record)),
    rules: [...rules].sort((a, b) => number(a) - number(b)),
    alternatives: ALTERNATIVES.map((name) => [name, proof.alternatives[name]] as const),
    complete,
  };
}

/** The proof as the command prints it: the same bytes for the same proof. */
export function proofText(proof: UseProof): string {
  return `${JSON.stringify(proof, null, 2)}\n`;
}

function inside(date: string, from: string, to: string): boolean {
  return date.length === 10 && date >= from && date <= to;
}

function number(rule: string): number {
  return Number(/\d+/.exec(rule)?.[0] ?? 99);
}
