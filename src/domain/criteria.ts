import type {CountingConfig, CriterionPreset, CriterionRule, CustomCriterion} from './counting-config.ts';
import type {CriterionResult} from './use-proof.ts';

const part = (measure: CriterionRule['measure'], atLeast: number): CriterionRule => ({
  measure,
  atLeast,
  months: 12,
});

const PRESETS: Readonly<Record<Exclude<CriterionPreset, 'custom'>, CustomCriterion>> = {
  'qc-integrated': {parts: [part('edVisits', 4), part('stays', 3)], join: 'any'},
  'qc-regional': {parts: [part('edVisits', 6), part('stays', 3)], join: 'any'},
  'conect-invite': {parts: [part('edVisits', 3)], join: 'all'},
  ed5: {parts: [part('edVisits', 5)], join: 'all'},
  ed10: {parts: [part('edVisits', 10)], join: 'all'},
};

/**
 * The programme criteria, the site's one first (M15).
 *
 * @param valueOf the count of a measure in the so many months up to as-of.
 */
export function criteriaOf(
  {criterion, custom}: Pick<CountingConfig, 'criterion' | 'custom'>,
  valueOf: (measure: CriterionRule['measure'], months: number) => number,
): CriterionResult[] {
  const rules: [CriterionPreset, CustomCriterion][] = Object.entries(PRESETS) as [
    CriterionPreset,
    CustomCriterion,
  ][];
  if (custom) rules.push(['custom', custom]);
  rules.sort(([a], [b]) => Number(b === criterion) - Number(a === criterion));
  return rules.map(([preset, {parts, join}]) => {
    const results = parts.map(({measure, atLeast, months}) => {
      const value = valueOf(measure, months);
      return {measure, value, atLeast, months, met: value >= atLeast};
    });
    const met = join === 'any' ? results.some((each) => each.met) : results.every((each) => each.met);
    const result: CriterionResult = {preset, met: met && results.length > 0, parts: results};
    return preset === 'conect-invite' ? {...result, also: 'chronic-condition'} : result;
  });
}
