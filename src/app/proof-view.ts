import type {CountedEvent, UseProof} from '../domain/use-proof.ts';

/** What "How this was counted" lists, for the last 12 months. */
export interface ProofView {
  readonly from: string;
  readonly to: string;
  /** ED visits and stays of the period, each newest first. */
  readonly counted: readonly {
    readonly measure: 'edVisits' | 'stays';
    readonly events: readonly CountedEvent[];
  }[];
  /** Numbers of the rules that decided something, in order. */
  readonly rules: readonly string[];
  readonly alternatives: readonly (readonly [keyof UseProof['alternatives'], number])[];
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
  const {from, to} = proof.windows.last12Months;
  const counted = proof.included
    .filter(({kind, localDate}) => (kind === 'ed-visit' || kind === 'stay') && inside(localDate, from, to))
    .toReversed();
  const rules = new Set([
    ...counted.flatMap((event) => event.rules),
    ...proof.excluded.map(({rule}) => rule),
    ...proof.unplaced.map(({rule}) => rule),
  ]);
  return {
    from,
    to,
    counted: [
      {measure: 'edVisits', events: counted.filter(({kind}) => kind === 'ed-visit')},
      {measure: 'stays', events: counted.filter(({kind}) => kind === 'stay')},
    ],
    rules: [...rules].sort((a, b) => number(a) - number(b)),
    alternatives: ALTERNATIVES.map((name) => [name, proof.alternatives[name]] as const),
  };
}

function inside(date: string, from: string, to: string): boolean {
  return date >= from && date.slice(0, 10) <= to && date.length === 10;
}

function number(rule: string): number {
  return Number(/\d+/.exec(rule)?.[0] ?? 99);
}
