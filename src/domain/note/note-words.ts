import type {GoalAchievement, GoalLifecycle} from '../goal.ts';
import type {PlanStatus} from '../plan.ts';
import type {IspNote, NoteAction, NoteActionStatus, NoteCrisis, NoteGoal, NoteMember} from './isp-note.ts';

/** A fixed word of the note in both languages. These words are the format: a change of one is a new version of it. */
export type Pair = readonly [en: string, fr: string];

export const title: Pair = ['INDIVIDUALIZED SERVICES PLAN (ISP)', 'PLAN DE SERVICES INDIVIDUALISÉ (PSI)'];

/** Headings of the parts, in the order in which they stand. */
export const headings = {
  matters: ['WHAT MATTERS TO THE PERSON', 'CE QUI COMPTE POUR LA PERSONNE'],
  goals: ['GOALS', 'OBJECTIFS'],
  otherActions: ['OTHER ACTIONS', 'AUTRES ACTIONS'],
  crisis: ['CRISIS PLAN', 'PLAN DE CRISE'],
  team: ['CARE TEAM', 'ÉQUIPE DE SOINS'],
} as const satisfies Record<string, Pair>;

export type Part = keyof typeof headings;

type Labels<T> = Readonly<Partial<Record<keyof T, Pair>>>;

/** Fields of the plan as a whole. */
export const planLabels = {
  status: ['Status', 'État'],
  author: ['Written by', 'Rédigé par'],
  start: ['Start', 'Début'],
  end: ['End', 'Fin'],
  reviewed: ['Last review', 'Dernière révision'],
  nextReview: ['Next review', 'Prochaine révision'],
  agreed: ['Agreed', 'Accord'],
  strengths: ['Strengths', 'Forces'],
  needs: ['Needs', 'Besoins'],
  barriers: ['Barriers', 'Obstacles'],
  housing: ['Housing', 'Logement'],
  income: ['Income', 'Revenu'],
  transport: ['Transport', 'Transport'],
  food: ['Food', 'Alimentation'],
  work: ['Work', 'Travail'],
  consent: ['Consent to share', 'Consentement au partage'],
  visibleTo: ['Who may see this plan', 'Qui peut voir ce plan'],
  meeting: ['Meeting', 'Rencontre'],
  reason: ['Reason for the state of the plan', 'Raison de l’état du plan'],
  contacts: ['Contacts of case management', 'Contacts de la gestion de cas'],
  other: ['Added by others', 'Ajouté par d’autres'],
} as const satisfies Labels<IspNote>;

/** Fields of what matters to the person. */
export const mattersLabels = {
  words: ['In the person’s own words', 'Dans les mots de la personne'],
  lang: ['Language', 'Langue'],
} as const satisfies Record<string, Pair>;

export const goalLabels = {
  achievement: ['Progress', 'Progrès'],
  start: ['Start', 'Début'],
  changed: ['In this state since', 'Dans cet état depuis'],
  due: ['By', 'D’ici'],
  target: ['Target', 'Cible'],
  domain: ['Domain', 'Domaine'],
  clinical: ['Clinical wording', 'Formulation clinique'],
  barriers: ['Barriers', 'Obstacles'],
  importance: ['Importance (0-10)', 'Importance (0 à 10)'],
  confidence: ['Confidence (0-10)', 'Confiance (0 à 10)'],
  reason: ['Reason', 'Raison'],
} as const satisfies Labels<NoteGoal>;

export const actionLabels = {
  who: ['Who', 'Qui'],
  due: ['By', 'D’ici'],
  done: ['Done on', 'Faite le'],
  category: ['Kind', 'Nature'],
  reason: ['Reason', 'Raison'],
} as const satisfies Labels<NoteAction>;

export const memberLabels = {
  kind: ['Kind', 'Nature'],
  role: ['Role', 'Rôle'],
  code: ['Code of the role', 'Code du rôle'],
  organization: ['Organization', 'Organisme'],
  phone: ['Phone', 'Téléphone'],
  since: ['Since', 'Depuis'],
  until: ['Until', 'Jusqu’à'],
  reason: ['Reason', 'Raison'],
} as const satisfies Labels<NoteMember>;

export const crisisLabels = {
  signs: ['Warning signs', 'Signes d’alerte'],
  self: ['What I do', 'Ce que je fais'],
  department: ['What to do in the ED', 'Que faire à l’urgence'],
  call: ['Whom to call', 'Qui appeler'],
  afterHours: ['After hours', 'Hors des heures'],
} as const satisfies Readonly<Record<keyof NoteCrisis, Pair>>;

export const planStatuses: Readonly<Record<PlanStatus, Pair>> = {
  draft: ['draft', 'ébauche'],
  active: ['active', 'actif'],
  'on-hold': ['on hold', 'en pause'],
  revoked: ['ended early', 'interrompu'],
  completed: ['completed', 'terminé'],
  'entered-in-error': ['entered in error', 'saisi par erreur'],
  unknown: ['unknown', 'inconnu'],
};

export const lifecycles: Readonly<Record<GoalLifecycle, Pair>> = {
  proposed: ['proposed', 'proposé'],
  planned: ['planned', 'planifié'],
  accepted: ['accepted', 'accepté'],
  active: ['active', 'actif'],
  'on-hold': ['on hold', 'en pause'],
  completed: ['completed', 'terminé'],
  cancelled: ['cancelled', 'annulé'],
  'entered-in-error': ['entered in error', 'saisi par erreur'],
  rejected: ['rejected', 'refusé'],
};

export const achievements: Readonly<Record<GoalAchievement, Pair>> = {
  'in-progress': ['in progress', 'en cours'],
  improving: ['improving', 'en amélioration'],
  worsening: ['worsening', 'en détérioration'],
  'no-change': ['no change', 'stable'],
  achieved: ['achieved', 'atteint'],
  sustaining: ['sustaining', 'maintenu'],
  'not-achieved': ['not achieved', 'non atteint'],
  'no-progress': ['no progress', 'aucun progrès'],
  'not-attainable': ['not attainable', 'hors de portée'],
};

export const actionStatuses: Readonly<Record<NoteActionStatus, Pair>> = {
  requested: ['to do', 'à faire'],
  scheduled: ['planned', 'prévue'],
  accepted: ['accepted', 'acceptée'],
  'in-progress': ['in progress', 'en cours'],
  'on-hold': ['on hold', 'en pause'],
  completed: ['done', 'faite'],
  cancelled: ['cancelled', 'annulée'],
  stopped: ['stopped', 'arrêtée'],
  rejected: ['declined', 'refusée'],
  failed: ['could not be done', 'impossible'],
  'entered-in-error': ['entered in error', 'saisie par erreur'],
};

export const categories: Readonly<Record<NonNullable<NoteAction['category']>, Pair>> = {
  coordination: ['coordination', 'coordination'],
  'self-management': ['self-management', 'autogestion'],
  navigation: ['navigation', 'navigation'],
};

export const memberKinds: Readonly<Record<NonNullable<NoteMember['kind']>, Pair>> = {
  practitioner: ['professional', 'professionnel'],
  relative: ['relative', 'proche'],
  organization: ['organization', 'organisme'],
};

/** One text of both languages, the wanted one first; once where they are the same. */
export function both([en, fr]: Pair, lang: 'en' | 'fr'): string {
  if (en === fr) return en;
  return lang === 'en' ? `${en} / ${fr}` : `${fr} / ${en}`;
}

/** How words are compared: hosts change case, spaces and apostrophes. */
export function plainWord(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/[\u2010-\u2014]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The key whose words these are, in either language or both; null when none is. */
export function keyOf<K extends string>(text: string, words: Readonly<Partial<Record<K, Pair>>>): K | null {
  const wanted = plainWord(text);
  for (const [key, pair] of Object.entries(words) as [K, Pair][]) {
    const forms = [...pair, both(pair, 'en'), both(pair, 'fr'), key];
    if (forms.some((form) => plainWord(form) === wanted)) return key;
  }
  return null;
}
