import type {InstrumentName} from './instrument-names.ts';

export type {InstrumentName} from './instrument-names.ts';

/** What a score is compared with. Published cut-offs differ between populations: a site may set its own. */
export interface CutOff {
  readonly at: number;
  readonly is: '>=' | '>';
}

/** A part of an instrument that is recorded beside its total. */
export interface InstrumentPart {
  readonly code: string;
  /** `flag`: yes or no, and the total counts the yeses. `score`: a number of its own. */
  readonly kind: 'flag' | 'score';
  readonly max: number;
}

/** One instrument: limits of its score, how it is read, and the codes it goes by. No text of any item is held. */
export interface Instrument {
  readonly name: InstrumentName;
  readonly min: number;
  readonly max: number;
  /** T-scores and means have tenths; the others are whole numbers. */
  readonly hasTenths: boolean;
  readonly cutOff: CutOff | null;
  /** `points` are told out of the maximum; a T-score has its mean at 50 and stands alone. */
  readonly scale: 'points' | 't-score';
  /** `finding`: tells who may need the programme, and is not repeated in it. `outcome`: taken again at each time point. */
  readonly use: 'finding' | 'outcome';
  /** Which way is better for the person. */
  readonly better: 'lower' | 'higher';
  /** Confirmed LOINC code; null when none is known, and then the project's own code is the name. */
  readonly loinc: string | null;
  readonly parts: readonly InstrumentPart[];
  /** False for those that the panel shows when they are recorded elsewhere but does not offer to record. */
  readonly offered: boolean;
}

/** The code system of instruments without a confirmed LOINC code; its codes are the names and the part codes. */
export const MEASURE_SYSTEM = 'urn:isp-panel:codesystem:measures';

const flags = ['health', 'pain', 'unmet-needs', 'complexity', 'income', 'support'] as const;
const imDomains = ['biological', 'psychological', 'social', 'health-system'] as const;

function instrument(
  name: InstrumentName,
  [min, max]: readonly [number, number],
  better: Instrument['better'],
  rest: Partial<Instrument> = {},
): Instrument {
  return {
    name,
    min,
    max,
    hasTenths: false,
    scale: 'points',
    use: 'outcome',
    cutOff: null,
    better,
    loinc: null,
    parts: [],
    offered: true,
    ...rest,
  };
}

/**
 * The instruments, in the order in which they are offered. Sources: CONECT-6 (Hudon et al., two or more of six); IMSA
 * (total 60, 19 in Lifelines; 17 and 21 elsewhere); INTERMED complexity assessment grid (21 of 60); K6 (Kessler, over 12
 * is serious distress); PHQ-9 and GAD-7 (10 of 27 and of 21); PIH 12 items of 0 to 8; PEICS; PACIC (mean of 1 to 5);
 * VR-12 T-scores with their LOINC codes.
 */
export const instruments: readonly Instrument[] = [
  instrument('conect-6', [0, 6], 'lower', {
    use: 'finding',
    cutOff: {at: 2, is: '>='},
    parts: flags.map((code) => ({code, kind: 'flag', max: 1})),
  }),
  instrument('imsa', [0, 60], 'lower', {use: 'finding', cutOff: {at: 19, is: '>='}}),
  instrument('im-cag', [0, 60], 'lower', {
    use: 'finding',
    cutOff: {at: 21, is: '>='},
    parts: imDomains.map((code) => ({code, kind: 'score', max: 15})),
  }),
  instrument('k6', [0, 24], 'lower', {cutOff: {at: 12, is: '>'}}),
  instrument('pih', [0, 96], 'higher'),
  instrument('peics', [0, 100], 'higher', {hasTenths: true}),
  instrument('pacic', [1, 5], 'higher', {hasTenths: true}),
  instrument('phq-9', [0, 27], 'lower', {cutOff: {at: 10, is: '>='}, loinc: '44261-6'}),
  instrument('gad-7', [0, 21], 'lower', {cutOff: {at: 10, is: '>='}, loinc: '70274-6'}),
  instrument('vr-12-pcs', [0, 100], 'higher', {scale: 't-score', hasTenths: true, loinc: '72025-0'}),
  instrument('vr-12-mcs', [0, 100], 'higher', {scale: 't-score', hasTenths: true, loinc: '72026-8'}),
  instrument('sf-12-pcs', [0, 100], 'higher', {scale: 't-score', hasTenths: true}),
  instrument('sf-12-mcs', [0, 100], 'higher', {scale: 't-score', hasTenths: true}),
  instrument('pam', [0, 100], 'higher', {
    hasTenths: true,
    parts: [{code: 'level', kind: 'score', max: 4}],
  }),
  instrument('lace', [0, 19], 'lower', {use: 'finding', cutOff: {at: 10, is: '>='}, offered: false}),
  instrument('hospital', [0, 13], 'lower', {use: 'finding', offered: false}),
];

/** Other codes under which records hold the same score. */
export const otherCodes: Readonly<Record<string, InstrumentName>> = {
  'http://loinc.org|72027-6': 'vr-12-pcs',
  'http://loinc.org|72028-4': 'vr-12-mcs',
};

/** The instrument of a name; null when there is none. */
export function instrumentOf(name: string): Instrument | null {
  return instruments.find((one) => one.name === name) ?? null;
}

/** What a score is compared with: what the site has set, else the usual cut-off; null when there is none. */
export function cutOffOf(
  {cutOff}: Pick<Instrument, 'cutOff'>,
  {siteCutOff}: {readonly siteCutOff?: number},
): CutOff | null {
  return siteCutOff === undefined ? cutOff : {at: siteCutOff, is: cutOff?.is ?? '>='};
}

/** Whether a score reaches the cut-off; null when the instrument has none. */
export function isMet({cutOff}: Pick<Instrument, 'cutOff'>, score: number): boolean | null {
  if (cutOff === null) return null;
  return cutOff.is === '>' ? score > cutOff.at : score >= cutOff.at;
}

/** Why a score cannot be: outside of its limits, or between its steps. Null when it can. */
export function whyNotScore(
  {min, max, hasTenths}: Pick<Instrument, 'min' | 'max' | 'hasTenths'>,
  score: number,
): 'limits' | 'step' | null {
  if (!Number.isFinite(score) || score < min || score > max) return 'limits';
  const steps = hasTenths ? Number((score * 10).toFixed(6)) : score;
  return Number.isInteger(steps) ? null : 'step';
}
