import type {history as shape} from '../en/history.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

export const history: typeof shape = {
  kind: {
    'ed-visit': 'Visite à l’urgence',
    stay: 'Hospitalisation',
    observation: 'Observation',
    'short-stay': 'Court séjour',
    ambulatory: 'Contact en clinique ou à domicile',
    unclassified: 'Contact non classé',
  },
  flag: {
    admitted: 'suivie d’une admission',
    inferred: 'connue seulement par l’admission',
    ongoing: 'en cours',
    'end-unknown': 'fin non inscrite',
    'no-offset': 'fuseau horaire non inscrit',
    'status-unknown': 'statut non inscrit',
    lwbs: 'départ avant la prise en charge médicale',
    'date-uncertain': 'date incertaine',
  },
  discharged: {
    home: 'Domicile',
    'alt-home': 'Autre domicile',
    'other-hcf': 'Autre établissement de santé',
    hosp: 'Maison de soins palliatifs',
    long: 'Soins de longue durée',
    aadvice: 'Départ contre avis médical',
    exp: 'Décès',
    psy: 'Hôpital psychiatrique',
    rehab: 'Réadaptation',
    snf: 'Centre de soins infirmiers',
    oth: 'Autre',
  },
  preset: {
    'qc-integrated': 'gestion de cas intégrée, Québec',
    'qc-regional': 'programme régional, Québec',
    'conect-invite': 'invitation au CONECT-6',
    ed5: '5\u00a0visites à l’urgence par an',
    ed10: '10\u00a0visites à l’urgence par an',
    custom: 'fixé par votre établissement',
  },
  period: 'Période affichée',
  months: (count) => `${count}\u00a0mois`,
  timeline: 'Ligne du temps',
  timelineHelp: 'Choisissez un repère ou utilisez les flèches.',
  laneShort: {ed: 'Urg.', hospital: 'Hosp.', other: 'Clin.', unclassified: 'N. cl.'},
  enrolment: 'Inscription',
  review: 'Révision du plan',
  inColumn: (month, n, count) => `${month}\u00a0: ${count} ${plural(n, 'contact', 'contacts')}`,
  columns: 'Total du mois',
  filter: 'Afficher',
  lane: {
    all: 'Tout',
    ed: 'Urgence',
    hospital: 'Hôpital',
    other: 'Clinique et domicile',
    unclassified: 'Non classés',
  },
  search: 'Chercher dans tout l’historique',
  searchHint: 'Raison, installation ou date',
  jump: 'Aller à',
  jumpTo: 'Aller à un mois',
  list: 'Visites par mois. Les flèches mènent de l’une à l’autre.',
  found: (n, count) => `${count} ${plural(n, 'contact trouvé', 'contacts trouvés')} dans tout l’historique.`,
  foundSoFar: (n, count) =>
    `${count} ${plural(n, 'contact trouvé', 'contacts trouvés')} dans ce qui a été lu.`,
  nothingFound: 'Rien de trouvé dans tout l’historique.',
  nothingFoundSoFar: 'Rien de trouvé dans ce qui a été lu.',
  noneInPeriod: 'Rien dans cette période.',
  earlier: (n, count) => `Avant\u00a0: ${count} ${plural(n, 'contact', 'contacts')}`,
  contacts: (n, count) => `${count} ${plural(n, 'contact', 'contacts')}`,
  showAll: 'Tout afficher',
  registrations: (count) => `${count} inscriptions à l’urgence`,
  days: (n, count) => `${count}\u00a0${plural(n, 'jour', 'jours')}`,
  soFar: (length) => `${length} à ce jour`,
  looksLike: (name) => `ressemble à\u00a0: ${name}`,
  sinceReview: (date, visits, stays) => `Depuis la révision du plan, le ${date}\u00a0: ${visits}, ${stays}.`,
  criterion: {
    met: (name) => `Répond au critère du programme (${name}).`,
    notMet: (name) => `Ne répond pas au critère du programme (${name}).`,
    cannotTell: {
      incomplete: (name) =>
        `Impossible de dire si le critère du programme (${name}) est atteint\u00a0: tout n’a pas été lu.`,
      uncertain: (name) =>
        `Impossible de dire si le critère du programme (${name}) est atteint\u00a0: des visites sont de date ou de nature incertaine.`,
      'chronic-condition': (name) =>
        `Les visites répondent au critère du programme (${name}); la maladie chronique qu’il demande aussi n’est pas vérifiée ici.`,
    },
    part: (value, what, atLeast, months) =>
      `${value} ${what} en ${months}\u00a0mois (critère\u00a0: ${atLeast} ou plus)`,
    more: 'Tous les critères',
  },
  howCounted: 'Comment le calcul est fait',
};
