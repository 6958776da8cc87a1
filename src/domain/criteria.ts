import type {CountingConfig, CriterionPreset, CriterionRule, CustomCriterion} from './counting-config.ts';
import type {CriterionResult, WindowCounts} from './use-proof.ts';

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
 * The programme criteria, the site's one first. What is met stays met whatever is missing; what is not met is
 * uncertain where that which is missing could still meet it.
 *
 * @param windowOf the counts of the so many months up to as-of.
 */
export function criteriaOf(
  {criterion, custom}: Pick<CountingConfig, 'criterion' | 'custom'>,
  windowOf: (months: number) => Pick<WindowCounts, 'edVisits' | 'stays' | 'complete'>,
): CriterionResult[] {
  const rules: [CriterionPreset, CustomCriterion][] = Object.entries(PRESETS) as [
    CriterionPreset,
    CustomCriterion,
  ][];
  if (custom) rules.push(['custom', custom]);
  rules.sort(([a], [b]) => Number(b === criterion) - Number(a === criterion));
  return rules.map(([preset, {parts, join}]) => {
    const results = parts.map(({measure, atLeast, months}) => {
      const value = windowOf(months)[measure];
      return {measure, value, atLeast, months, met: value >= atLeast};
    });
    const joined = (holds: (part: CriterionResult['parts'][number]) => boolean): boolean =>
      results.length > 0 && (join === 'any' ? results.some(holds) : results.every(holds));
    const met = joined((part) => part.met);
    const possible = joined((part) => part.met || !windowOf(part.months).complete);
    return {
      preset,
      met,
      ...(possible && !met && {certain: false}),
      parts: results,
      ...(preset === 'conect-invite' && {also: 'chronic-condition'}),
      ...(preset === 'custom' && {join}),
    };
  });
}
