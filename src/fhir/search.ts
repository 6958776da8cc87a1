import type {Gap, GapReason} from '../domain/completeness.ts';
import type {Problem, ResourceName} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {FhirClient} from './client.ts';
import {gapOfProblem} from './outcome-gaps.ts';
import {readPage, type Page} from './page.ts';
import {belongsTo, type Found} from './references.ts';

export type Params = readonly (readonly [string, string])[];

/** Limits of one list: whatever is beyond is a gap, never silence. */
export const mostEntries = 20_000;
export const mostRequests = 600;

/** What a list has cost so far. */
export interface Budget {
  requests: number;
  entries: number;
}

/** How following `next` ended: null when there is no more, else why not. `expired`: begin again from the first page. */
export type PassEnd = null | GapReason | 'expired' | 'cancelled';

/** The first page, by the first query shape that the server takes; the shape is remembered for the session. */
export async function searchFirst(
  client: FhirClient,
  type: ResourceName,
  recipes: readonly Params[],
  signal: AbortSignal,
  key: string = type,
): Promise<Result<Page, Problem>> {
  let refused: Problem = {kind: 'bug'};
  for (let recipe = client.learned.get(key) ?? 0; recipe < recipes.length; recipe += 1) {
    const answer = await searchPage(client, type, recipes[recipe] ?? [], signal);
    if (answer.ok) {
      client.learned.set(key, recipe);
      return answer;
    }
    refused = answer.error;
    if (refused.kind !== 'rejected') break;
  }
  return err(refused);
}

/** One search, as a page. */
export async function searchPage(
  client: FhirClient,
  type: ResourceName,
  params: Params,
  signal: AbortSignal,
): Promise<Result<Page, Problem>> {
  const answer = await client.search(type, params, {signal});
  return answer.ok ? pageOf(answer.value, type) : answer;
}

function pageOf(
  answer: {readonly json: Parameters<typeof readPage>[0]},
  type: ResourceName,
): Result<Page, Problem> {
  const page = readPage(answer.json, type);
  return page === null ? err({kind: 'unreadable', what: type, path: type}) : ok(page);
}

/**
 * Follows `next` to the end, with its guards: the transport refuses what lies outside the FHIR base, an address is
 * never asked twice, and pages that bring nothing new end it.
 */
export async function followNext(
  client: FhirClient,
  type: ResourceName,
  first: Page,
  budget: Budget,
  signal: AbortSignal,
  onPage: (page: Page) => void,
): Promise<PassEnd> {
  const visited = new Set<string>();
  const seen = new Set(first.matches.map(keyOf));
  let nothingNew = 0;
  for (let page = first; page.next !== null;) {
    if (visited.has(page.next)) return 'failed';
    if (budget.requests >= mostRequests || budget.entries >= mostEntries) return 'page-limit';
    visited.add(page.next);
    budget.requests += 1;
    const answer = await client.get(page.next, {what: type, signal});
    if (!answer.ok) {
      if (answer.error.kind === 'cancelled') return 'cancelled';
      return ['rejected', 'gone', 'not-found'].includes(answer.error.kind)
        ? 'expired'
        : gapOfProblem(answer.error);
    }
    const read = pageOf(answer.value, type);
    if (!read.ok) return 'failed';
    page = read.value;
    if (page.pagingExpired) return 'expired';
    onPage(page);
    const before = seen.size;
    for (const found of page.matches) seen.add(keyOf(found));
    nothingNew = seen.size > before ? 0 : nothingNew + 1;
    if (nothingNew >= 3 && page.next !== null) return 'failed';
  }
  return null;
}

/** A whole list: what belongs to the patient, what came along, and what is missing. */
export interface Listed {
  readonly entries: readonly Found[];
  readonly others: readonly Found[];
  readonly gaps: readonly Gap[];
}

/** Reads a whole list page by page, begun again once when the server says that its paging session is over. */
export async function searchAll(
  client: FhirClient,
  type: ResourceName,
  recipes: readonly Params[],
  signal: AbortSignal,
): Promise<Result<Listed, Problem>> {
  const entries = new Map<string, Found>();
  const others: Found[] = [];
  const reasons = new Set<GapReason>();
  const foreign = new Set<string>();
  const budget: Budget = {requests: 0, entries: 0};
  let quarantined = 0;
  let total: number | null = null;

  const take = (page: Page): void => {
    others.push(...page.others);
    quarantined += page.unreadable;
    for (const reason of page.gaps) reasons.add(reason);
    for (const found of page.matches) {
      const key = keyOf(found);
      if (entries.has(key) || foreign.has(key)) continue;
      switch (belongsTo(client.patientId, found, page.others)) {
        case 'same':
          entries.set(key, found);
          break;
        case 'other':
          client.reportOtherPatient(type);
          foreign.add(key);
          break;
        default:
          // Whose it is cannot be told, so it is not shown, and not passed over in silence either.
          foreign.add(key);
          quarantined += 1;
      }
    }
    budget.entries = entries.size + foreign.size;
  };

  for (let pass = 0; pass < 2; pass += 1) {
    const first = await searchFirst(client, type, recipes, signal);
    budget.requests += 1;
    if (!first.ok) {
      if (pass === 0 || first.error.kind === 'cancelled') return first;
      reasons.add(gapOfProblem(first.error));
      break;
    }
    total = first.value.total;
    take(first.value);
    const end = first.value.pagingExpired
      ? 'expired'
      : await followNext(client, type, first.value, budget, signal, take);
    if (end === 'cancelled') return err({kind: 'cancelled'});
    if (end === 'expired' && pass === 0) continue;
    if (end !== null) reasons.add(end === 'expired' ? 'failed' : end);
    break;
  }
  if (signal.aborted) return err({kind: 'cancelled'});
  if (total !== null && total > budget.entries + quarantined && reasons.size === 0) reasons.add('failed');
  return ok({
    entries: [...entries.values()],
    others,
    gaps: [
      ...[...reasons].map((reason): Gap => ({reason, what: type})),
      ...(quarantined > 0 ? [{reason: 'quarantined', what: type, count: quarantined} as const] : []),
    ],
  });
}

/** What makes an entry one and the same wherever it turns up: its id, else its address, else its content. */
export function keyOf({resource, fullUrl}: Found): string {
  const id = resource['id'];
  if (typeof id === 'string' && id !== '') return id;
  return `?${fullUrl ?? JSON.stringify(resource).slice(0, 2000)}`;
}
