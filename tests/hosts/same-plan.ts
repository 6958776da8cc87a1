import type {ActionChange} from '../../src/domain/action.ts';
import type {NewMember} from '../../src/domain/care-team.ts';
import type {GoalChange} from '../../src/domain/goal.ts';
import type {CrisisChange, PlanChange} from '../../src/domain/plan-detail.ts';
import {asDomain} from '../../src/domain/goal-domains.ts';
import {roles} from '../../src/domain/roles.ts';

/** The plan that is saved, read again and changed on every record system. */
export interface SamePlan {
  readonly lang: 'en-CA' | 'fr-CA';
  readonly goals: readonly GoalChange[];
  readonly members: readonly NewMember[];
  readonly plan: PlanChange;
  readonly crisis: CrisisChange;
  /** Each with the place of its goal among the goals, or null. */
  readonly actions: readonly (readonly [goal: number | null, change: ActionChange])[];
}

export const plans: readonly SamePlan[] = (['en-CA', 'fr-CA'] as const).map((lang) => {
  const words = (text: string) => ({text, lang});
  return {
    lang,
    goals: [
      {
        words: words('Marcher jusqu’au parc, « sans m’arrêter » : l’été'),
        dueDate: '2027-06-01',
        barriers: words('Pas de chauffage.\nGoals / Objectifs: none'),
      },
      {words: words('G1 [active / actif] not a goal\n   | nor this')},
      {words: words('Sleep "through" <b>the night</b> & rest'), clinical: words('Insomnie, ISI 17/28')},
      {
        words: words('=cmd|"/c"!A1'),
        domain: asDomain('medication', lang === 'fr-CA' ? 'Gestion des médicaments' : 'Medication'),
        barriers: words('Oublie le soir :\nClinical wording: none'),
      },
      {words: words('ISP v1 · id x · y · en · check 00000000')},
    ],
    members: [
      member('Dre Élise Côté', 'practitioner', 'family-physician', 'GMF du Parc', '418 555-0142'),
      member('Line Tremblay', 'practitioner', 'nurse-case-manager', 'CLSC', '+1 418 555-0131'),
      member('Sam Roy', 'practitioner', 'pharmacist', null, null),
      member('Rose Gagnon', 'relative', null, null, '418 555-0100'),
      member('Popote roulante', 'organization', null, null, '418 555-0199'),
      member('T1 Somebody [x]', 'relative', null, null, null),
    ],
    plan: {
      matters: words('Rester chez moi.\nVoir mes petits-enfants.'),
      strengths: words('Une sœur à côté'),
      housing: words('Status / État: active'),
      start: '2026-11-01',
      nextReview: '2027-05-20',
      agreements: [{name: 'Mme Gagnon', way: 'verbal', date: '2026-11-22'}],
    },
    crisis: {
      signs: words('Essoufflée la nuit'),
      self: words('Je m’assois et j’appelle Rose'),
      department: words('Call 418 555-0131 before admission'),
      call: words('Line, 418 555-0131'),
      afterHours: words('811'),
    },
    actions: [
      [
        0,
        {
          what: words('Appeler la « physio » : mardi'),
          who: named('Line Tremblay'),
          due: '2026-12-05',
          category: 'coordination',
        },
      ],
      [0, {what: words('A1.1 [to do / à faire] nor an action')}],
      [
        1,
        {what: words('Peser chaque matin\net noter'), who: named('Rose Gagnon'), category: 'self-management'},
      ],
      [2, {what: words('Book <b>the clinic</b> & call'), due: '2026-12-20'}],
      [3, {what: words('Find transport'), category: 'navigation'}],
      [4, {what: words('Relire la liste des médicaments'), due: '2027-01-31'}],
      [null, {what: words('Popote roulante le mardi'), who: named('Popote roulante')}],
      [null, {what: words('G3 [active] x'), due: '2026-11-30'}],
    ],
  };
});

function named(name: string) {
  return {kind: 'text', reference: null, name} as const;
}

function member(
  name: string,
  kind: NewMember['kind'],
  role: keyof typeof roles | null,
  organization: string | null,
  phone: string | null,
): NewMember {
  const coded = role ? roles[role].coded : null;
  return {name, kind, role: {coded, text: coded?.display ?? 'Proche'}, organization, phone};
}
