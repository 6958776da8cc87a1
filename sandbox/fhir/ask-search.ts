import {FhirError, type Issue} from './outcome.ts';
import type {SearchRules} from './personality.ts';
import {searchParameters} from './search-parameters.ts';

/** Parameters that every system takes. */
const ALWAYS = ['_id', '_format'];
const CONTROLS = ['_count', '_sort', '_total', '_elements', '_summary', '_pretty', '_include', '_revinclude'];

/**
 * A search as one record system hears it: what it does not know is refused, or left out with or without a warning; what
 * it insists on must be there.
 */
export function heard(
  type: string,
  query: URLSearchParams,
  rules: SearchRules,
): {readonly query: URLSearchParams; readonly warnings: readonly Issue[]} {
  const listed = rules.parameters[type];
  const kept = new URLSearchParams();
  const warnings: Issue[] = [];
  for (const [key, value] of query) {
    const name = key.split(':')[0] ?? '';
    const inR4 = CONTROLS.includes(name) || name in searchParameters(type);
    const known = ALWAYS.includes(name) || (listed?.includes(name) ?? inR4);
    if (known && inR4 && (name !== '_sort' || rules.sorts)) {
      kept.append(key, value);
      continue;
    }
    if (ALWAYS.includes(name)) continue;
    const text = `Unknown search parameter "${name}" for ${type}.`;
    if (rules.unknown === 'refuse') throw new FhirError(400, 'not-supported', text);
    if (rules.unknown === 'warn') warnings.push({severity: 'warning', code: 'not-supported', text});
  }
  for (const demand of rules.demands[type] ?? []) {
    check(type, kept, demand);
    if (demand.holdsAll) kept.delete(demand.parameter);
  }
  return {query: kept, warnings};
}

function check(
  type: string,
  query: URLSearchParams,
  {parameter, values, bothEnds}: SearchRules['demands'][string][number],
): void {
  const given = query.getAll(parameter);
  const codes = given.flatMap((value) => value.split(',').map((one) => one.replace(/^.*\|/, '')));
  const fits = bothEnds
    ? given.length === 0 ||
      (given.some((one) => /^g[et]/.test(one)) && given.some((one) => /^l[et]/.test(one)))
    : codes.length > 0 && (values === undefined || codes.every((code) => values.includes(code)));
  if (!fits) throw new FhirError(400, 'required', `A search of ${type} needs a suitable "${parameter}".`);
}
