import {EVENT_KINDS, type EventKind} from '../domain/use-proof.ts';
import {z} from '../fhir/schema/zod.ts';
import type {Reader} from './reader.ts';

/** The options of the counting rules that a site may set; the number of the rule stands with each. */
export interface CountingSettings {
  /** R6: registrations from different sources this near are one visit; minutes. */
  readonly mergeMinutes: number;
  /** R7: an ED visit that ends in an admission is not counted. */
  readonly dropAdmitted: boolean;
  /** R8: count registrations instead of visits. */
  readonly countRegistrations: boolean;
  /** R9: at most one ED visit a local day. */
  readonly onePerDay: boolean;
  /** R11: stays less apart than this are one; hours. */
  readonly stayGapHours: number;
  /** R12: visits left without being seen. */
  readonly lwbs: 'include' | 'exclude';
  /** R13: scheduled ED visits. */
  readonly scheduled: 'include' | 'exclude';
  /** R16: calendar months, or rolling days of 365 a year. */
  readonly window: 'calendar-months' | 'rolling-days';
  /** R17: length of the baseline and the follow-up; months. */
  readonly baselineMonths: number;
  /** R4: an admission "from emergency" without an ED record tells of one. */
  readonly inferFromAdmit: boolean;
  /** R2: `system|code` or `code` of Encounter.class to a kind. */
  readonly classMap: Readonly<Record<string, EventKind>>;
  /** R2: `system|code` or `code` of Encounter.type to a kind. */
  readonly typeMap: Readonly<Record<string, EventKind>>;
  /** R8: other names of a site to the one it is known by. */
  readonly siteNames: Readonly<Record<string, string>>;
  /** R4: inferred visits are in the number. */
  readonly countInferred: boolean;
  /** R23: first local date (YYYY-MM-DD) that the record system holds, or null when that is not known. */
  readonly recordsStart: string | null;
}

const flag = z.boolean();
const kind = z.enum(EVENT_KINDS);
const localDate = z.nullable(z.iso.date());
const whole = (from: number, to: number) => z.int().check(z.gte(from), z.lte(to));

/** Reads the counting keys; what is absent or wrong has the default of the rule. */
export function parseCounting(reader: Reader): CountingSettings {
  const settings: CountingSettings = {
    mergeMinutes: reader.value('mergeMinutes', whole(0, 1440), 15),
    dropAdmitted: reader.value('dropAdmitted', flag, false),
    countRegistrations: reader.value('countRegistrations', flag, false),
    onePerDay: reader.value('onePerDay', flag, false),
    stayGapHours: reader.value('stayGapHours', whole(0, 72), 7),
    lwbs: reader.value('lwbs', z.enum(['include', 'exclude']), 'include'),
    scheduled: reader.value('scheduled', z.enum(['include', 'exclude']), 'exclude'),
    window: reader.value('window', z.enum(['calendar-months', 'rolling-days']), 'calendar-months'),
    baselineMonths: reader.value('baselineMonths', whole(1, 24), 6),
    inferFromAdmit: reader.value('inferFromAdmit', flag, true),
    classMap: reader.entries('classMap', kind),
    typeMap: reader.entries('typeMap', kind),
    siteNames: reader.entries('siteNames', z.string()),
    countInferred: reader.value('countInferred', flag, true),
    recordsStart: reader.value('recordsStart', localDate, null),
  };
  reader.finish();
  return settings;
}
