import {
  defaultCountingConfig,
  type CountingConfig,
  type CriterionRule,
  type CustomCriterion,
} from '../domain/counting-config.ts';
import {EVENT_KINDS} from '../domain/use-proof.ts';
import {z} from '../fhir/schema/zod.ts';
import type {Reader} from './reader.ts';

const flag = z.boolean();
const kind = z.enum([...EVENT_KINDS, 'pre-admission']);
const localDate = z.nullable(z.iso.date());
const whole = (from: number, to: number) => z.int().check(z.gte(from), z.lte(to));
const presets = ['qc-integrated', 'qc-regional', 'conect-invite', 'ed5', 'ed10', 'custom'] as const;
const choice = z.enum(['include', 'exclude']);
// Strict: a member with a typing error would otherwise be passed over without a word.
const rule: z.ZodMiniType<CriterionRule> = z.strictObject({
  measure: z.enum(['edVisits', 'stays']),
  atLeast: whole(1, 1000),
  months: whole(1, 120),
});
const custom: z.ZodMiniType<CustomCriterion> = z.strictObject({
  parts: z.array(rule).check(z.minLength(1), z.maxLength(4)),
  join: z.enum(['any', 'all']),
});

/**
 * Reads the counting keys of the site file (the number of the rule stands with each in `CountingConfig`); what is absent
 * or wrong has the default of the rule. `custom` without a usable criterion falls back to the default preset.
 */
export function parseCounting(reader: Reader): CountingConfig {
  const usual = defaultCountingConfig;
  const own = reader.value('custom', z.nullable(custom), usual.custom);
  const wanted = reader.value('criterion', z.enum(own ? presets : presets.slice(0, -1)), usual.criterion);
  const settings: CountingConfig = {
    criterion: wanted,
    custom: own,
    mergeMinutes: reader.value('mergeMinutes', whole(0, 1440), usual.mergeMinutes),
    dropAdmitted: reader.value('dropAdmitted', flag, usual.dropAdmitted),
    countRegistrations: reader.value('countRegistrations', flag, usual.countRegistrations),
    onePerDay: reader.value('onePerDay', flag, usual.onePerDay),
    stayGapHours: reader.value('stayGapHours', whole(0, 72), usual.stayGapHours),
    lwbs: reader.value('lwbs', choice, usual.lwbs),
    scheduled: reader.value('scheduled', choice, usual.scheduled),
    window: reader.value('window', z.enum(['calendar-months', 'rolling-days']), usual.window),
    baselineMonths: reader.value('baselineMonths', whole(1, 24), usual.baselineMonths),
    inferFromAdmit: reader.value('inferFromAdmit', flag, usual.inferFromAdmit),
    classMap: reader.entries('classMap', kind),
    typeMap: reader.entries(
      'typeMap',
      z.enum([...EVENT_KINDS, 'pre-admission', 'scheduled-ed', 'case-management']),
    ),
    dispositionMap: reader.entries('dispositionMap', z.enum(['other-hcf', 'home', 'lwbs'])),
    admitSourceMap: reader.entries('admitSourceMap', z.enum(['emd', 'hosp-trans'])),
    siteNames: reader.entries('siteNames', z.string()),
    countInferred: reader.value('countInferred', flag, usual.countInferred),
    recordsStart: reader.value('recordsStart', localDate, usual.recordsStart),
  };
  reader.finish();
  return settings;
}
