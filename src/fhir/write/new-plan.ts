import type {Plain} from './raw-json.ts';

const SNOMED = 'http://snomed.info/sct';

/** A services plan of the person before anything is said in it: a draft, named in the language of the words. */
export function blankPlan(
  patientId: string,
  options: {
    readonly today: string;
    readonly lang: string;
    readonly goalIds: readonly string[];
    readonly teamIds: readonly string[];
  },
): {readonly [name: string]: Plain} {
  const {today, lang, goalIds, teamIds} = options;
  const title = lang.startsWith('fr') ? 'Plan de services individualisé' : 'Individualized services plan';
  return {
    ...carePlan(patientId, 'draft', title, today),
    ...(teamIds.length > 0 && {careTeam: teamIds.map((id) => ({reference: `CareTeam/${id}`}))}),
    ...(goalIds.length > 0 && {goal: goalIds.map((id) => ({reference: `Goal/${id}`}))}),
  };
}

/** A crisis plan, part of the services plan, before anything is said in it. */
export function blankCrisisPlan(
  patientId: string,
  options: {readonly today: string; readonly lang: string; readonly planId: string},
): {readonly [name: string]: Plain} {
  const title = options.lang.startsWith('fr') ? 'Plan de crise' : 'Crisis plan';
  const plan = carePlan(patientId, 'active', title, options.today);
  return {...plan, partOf: [{reference: `CarePlan/${options.planId}`}]};
}

/** What every plan of the panel begins with; the category is the one that record systems know plans of care by. */
function carePlan(
  patientId: string,
  status: 'draft' | 'active',
  title: string,
  today: string,
): {readonly [name: string]: Plain} {
  return {
    resourceType: 'CarePlan',
    status,
    intent: 'plan',
    category: [{coding: [{system: SNOMED, code: '734163000', display: 'Care plan'}], text: title}],
    title,
    subject: {reference: `Patient/${patientId}`},
    period: {start: today},
  };
}
