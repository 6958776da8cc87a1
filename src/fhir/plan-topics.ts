import type {CrisisTopic, PlanTopic} from '../domain/plan-detail.ts';

/** Every topic of a note: those of the plan, those of the crisis plan, and who agreed. */
export type NoteTopic = PlanTopic | CrisisTopic | 'agreements';

/**
 * First lines of the notes of a plan (`CarePlan.note`), by topic. R4 has no elements for them; a fixed first line in the
 * language of the words is what people read too. Both languages are always read.
 */
const headings: Readonly<
  Record<NoteTopic, {readonly en: string; readonly fr: string; readonly read: string}>
> = {
  matters: {
    en: 'What matters to the person',
    fr: 'Ce qui compte pour la personne',
    read: 'what matters(?: to (?:me|you|the person))?|ce qui compte(?: pour (?:moi|vous|la personne))?',
  },
  strengths: {en: 'Strengths', fr: 'Forces', read: 'strengths|forces'},
  needs: {en: 'Needs', fr: 'Besoins', read: 'needs|besoins'},
  barriers: {en: 'Barriers', fr: 'Obstacles', read: 'barriers|obstacles'},
  housing: {en: 'Housing', fr: 'Logement', read: 'housing|logement'},
  income: {en: 'Income', fr: 'Revenu', read: 'income|revenus?'},
  transport: {en: 'Transport', fr: 'Transport', read: 'transport(?:ation)?'},
  food: {en: 'Food', fr: 'Alimentation', read: 'food|alimentation'},
  work: {en: 'Work', fr: 'Travail', read: 'work|travail'},
  consent: {
    en: 'Consent to share',
    fr: 'Consentement au partage',
    read: 'consent(?: to share)?|consentement(?: au partage)?',
  },
  visibleTo: {
    en: 'Who may see this plan',
    fr: 'Qui peut voir ce plan',
    read: 'who may see (?:it|this plan)|qui peut (?:le voir|voir ce plan)',
  },
  meeting: {en: 'Meeting', fr: 'Rencontre', read: 'meeting|rencontre'},
  reason: {
    en: 'Reason for the state of the plan',
    fr: 'Raison de l’état du plan',
    read: "reason for the state of the plan|raison de l['’]état du plan",
  },
  contacts: {
    en: 'Contacts of case management',
    fr: 'Contacts de la gestion de cas',
    read: 'contacts of case management|contacts de la gestion de cas',
  },
  agreements: {en: 'Agreed by', fr: 'Accord de', read: 'agreed by|accord de'},
  signs: {en: 'Warning signs', fr: 'Signes d’alerte', read: "warning signs|signes d['’]alerte"},
  self: {en: 'What I do', fr: 'Ce que je fais', read: 'what i do|ce que je fais'},
  department: {
    en: 'In the emergency department',
    fr: 'À l’urgence',
    read: "(?:what you do )?in the (?:ed|emergency department)|(?:ce que vous faites )?à l['’]urgence",
  },
  call: {en: 'Whom to call', fr: 'Qui appeler', read: 'whom? to call|qui appeler'},
  afterHours: {
    en: 'After hours',
    fr: 'En dehors des heures',
    read: "after hours|en dehors des heures(?: d['’]ouverture)?",
  },
};

const patterns = Object.entries(headings).map(
  ([topic, {read}]) =>
    [topic as NoteTopic, new RegExp(`^\\s*(?:${read})\\s*(?::|\\r?\\n)\\s*`, 'iu')] as const,
);

/** The topic that a note's first line names and the words after it; null when it names none. */
export function topicOf(text: string): {readonly topic: NoteTopic; readonly words: string} | null {
  for (const [topic, pattern] of patterns) {
    const first = pattern.exec(text)?.[0];
    if (first !== undefined) return {topic, words: text.slice(first.length).trim()};
  }
  return null;
}

/** Words under the first line of their topic, in the language of the words (BCP 47; English when it is not said). */
export function withHeading(topic: NoteTopic, words: string, lang: string | null): string {
  const {en, fr} = headings[topic];
  return lang?.toLowerCase().startsWith('fr') ? `${fr}\u00a0:\n${words}` : `${en}:\n${words}`;
}
