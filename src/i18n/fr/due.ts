import type {due as shape} from '../en/due.ts';
import {createPlural} from '../plural.ts';
import {measures} from './measures.ts';

const plural = createPlural('fr-CA');

/** Words of what is due, loaded with its line. */
export const due: typeof shape = {
  heading: 'À faire',
  loading: 'Lecture de ce qui est à faire…',
  nothing: 'Rien à faire aujourd’hui.',
  more: (n, count) => `${count} ${plural(n, 'autre chose', 'autres choses')} à faire`,
  unknown: (parts) => `On ne peut pas dire ce qu’il y a à faire\u00a0: lecture incomplète (${parts}).`,
  missing: (parts) => `Lecture incomplète\u00a0: ${parts}. D’autres choses sont peut-être à faire.`,
  part: {
    contacts: 'contacts',
    actions: 'actions',
    plan: 'plan',
    measures: 'mesures',
    use: 'utilisation des services',
  },
  act: {
    discharge: 'Noter un contact',
    contact: 'Noter un contact',
    action: 'Aller au plan',
    review: 'Aller au plan',
    renewal: 'Aller au plan',
    'plan-end': 'Aller au plan',
    'consent-end': 'Aller au plan',
    measures: 'Inscrire un score',
  },
  done: 'Fait',
  doneOf: (what) => `Marquer comme fait\u00a0: ${what}`,
  saidDone: (what) => `Fait\u00a0: ${what}`,
  accept: 'Accepter',
  acceptOf: (what) => `Accepter\u00a0: ${what}`,
  saidAccepted: (what) => `Accepté\u00a0: ${what}`,
  handOver: 'Confier',
  handOverOf: (what) => `Confier à quelqu’un d’autre\u00a0: ${what}`,
  answer: {
    lead: 'Êtes-vous d’accord avec le plan?',
    agree: 'Je suis d’accord',
    agreed: 'Vous avez donné votre accord au plan.',
    agreedOn: (day) => `Vous avez donné votre accord au plan le ${day}.`,
    ask: 'J’ai une question',
    question: 'Votre question (facultatif)',
    hasQuestion: (name) => `${name} a une question sur le plan\u00a0: appeler`,
    asks: (name, question) => `Question de ${name} sur le plan\u00a0: ${question}`,
  },
  days: (n, count) => `${count} ${plural(n, 'jour', 'jours')}`,
  discharge: (days) => `Aucun contact depuis le congé, il y a ${days}`,
  dischargeDetail: {
    stay: (day) => `congé de l’hôpital le ${day}`,
    'ed-visit': (day) => `départ de l’urgence le ${day}`,
  },
  contact: (day) => `Contact à faire le ${day}`,
  contactPlanned: (day) => `Contact prévu le ${day}`,
  lastContact: (days, day, n) =>
    n === 0 ? 'dernier contact aujourd’hui' : `dernier contact il y a ${days}, le ${day}`,
  noContact: 'aucun contact inscrit',
  today: 'à faire aujourd’hui',
  overdue: (days) => `${days} de retard`,
  since: (date) => `échéance\u00a0: ${date}`,
  yours: 'vous',
  nobody: 'personne n’est désigné',
  review: 'Révision du plan à faire',
  reviewPlanned: (day) => `Révision du plan prévue le ${day}`,
  reviewed: (days, day) => `dernière révision il y a ${days}, le ${day}`,
  neverReviewed: 'aucune révision inscrite',
  renewal: 'Renouvellement du plan à faire',
  planSince: (day) => `en vigueur depuis le ${day}`,
  planEnds: (day) => `Le plan prend fin le ${day}`,
  planEnded: (day) => `Le plan a pris fin le ${day}`,
  consentEnds: (day) => `Le consentement au partage prend fin le ${day}`,
  consentEnded: (day) => `Le consentement au partage a pris fin le ${day}`,
  consentWith: (name) => `avec ${name}`,
  measures: (day) => `Scores à inscrire d’ici le ${day}`,
  /** The name without what it measures. */
  instrument: (name) =>
    (measures.instrument as Readonly<Record<string, string>>)[name]?.split(',')[0] ?? name,
};
