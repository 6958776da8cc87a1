/** What can go wrong. `drop-after-write`: the write takes place, then the connection is reset. */
export const FAULT_KINDS = [
  '400',
  '401',
  '403',
  '404',
  '409',
  '410',
  '412',
  '422',
  '429',
  '500',
  '502',
  '503',
  '504',
  'no-cors',
  'reset',
  'close',
  'slow',
  'hang',
  'truncated',
  'html200',
  'empty200',
  'outcome200',
  'redirect',
  'drop-after-write',
  'expire-token',
  'other-patient',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** When which fault is played. Without `nth` and `probability`: every time. */
export interface FaultRule {
  readonly kind: FaultKind;
  /** HTTP method; every one but OPTIONS when absent. */
  readonly method?: string;
  /** Regular expression on path and query (`/Goal`); every FHIR request when absent. */
  readonly path?: string;
  /** Only these matching calls, from 1. */
  readonly nth?: number | readonly number[];
  /** 0 to 1, from a seeded sequence. */
  readonly probability?: number;
  readonly seed?: number;
  /** Delay of `slow`, milliseconds (default 2,000). */
  readonly ms?: number;
  /** Seconds of Retry-After on 429 and 503 (default 1). */
  readonly retryAfter?: number;
  /** Element named by 422 (default the first one of the type). */
  readonly expression?: string;
}

interface ActiveRule extends FaultRule {
  readonly id: number;
  readonly pattern: RegExp;
  readonly random: () => number;
  calls: number;
  played: number;
}

/** The fault switch of a sandbox. */
export class Faults {
  readonly #rules: ActiveRule[] = [];
  #lastId = 0;

  /** Switches a fault on and returns its id. */
  add(rule: FaultRule): number {
    if (!FAULT_KINDS.includes(rule.kind)) throw new Error(`There is no fault "${String(rule.kind)}".`);
    const id = ++this.#lastId;
    const pattern = new RegExp(rule.path ?? '/fhir/');
    this.#rules.push({...rule, id, pattern, random: sequence(rule.seed ?? 1), calls: 0, played: 0});
    return id;
  }

  /** Switches one fault off, or all of them. */
  clear(id?: number): void {
    if (id === undefined) this.#rules.length = 0;
    else {
      const at = this.#rules.findIndex((rule) => rule.id === id);
      if (at >= 0) this.#rules.splice(at, 1);
    }
  }

  /** What is switched on, with how often each rule matched and was played. */
  list(): (FaultRule & {id: number; calls: number; played: number})[] {
    return this.#rules.map(({pattern: _pattern, random: _random, ...rule}) => rule);
  }

  /** Counts a request and returns the rule to play on it, if any. */
  match(method: string, path: string): FaultRule | null {
    let hit: ActiveRule | null = null;
    for (const rule of this.#rules) {
      if (rule.method === undefined ? method === 'OPTIONS' : rule.method !== method) continue;
      if (!rule.pattern.test(path)) continue;
      rule.calls += 1;
      const nth = rule.nth === undefined || [rule.nth].flat().includes(rule.calls);
      const chance = rule.probability === undefined || rule.random() < rule.probability;
      if (nth && chance) hit ??= rule;
    }
    if (hit !== null) hit.played += 1;
    return hit;
  }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
