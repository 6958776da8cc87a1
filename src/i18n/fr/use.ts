import type {use as shape} from '../en/use.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

export const use: typeof shape = {
  heading: 'Utilisation des services',
  window: (date) => `12\u00a0mois jusqu’au ${date}`,
  edVisits: (n) => plural(n, 'visite à l’urgence', 'visites à l’urgence'),
  stays: (n) => plural(n, 'hospitalisation', 'hospitalisations'),
  hospitalDays: (n) => plural(n, 'jour d’hospitalisation', 'jours d’hospitalisation'),
  sixMonths: '6\u00a0mois',
  yearBefore: '12\u00a0mois précédents',
  atLeast: 'au moins',
  notAvailable: 'non disponible',
  glance: {
    inTwelveMonths: 'en 12\u00a0mois',
    now: 'À l’hôpital maintenant',
    since: (date) => `depuis le ${date}`,
  },
  aside: {
    leftWithoutBeingSeen: (n, count) =>
      `${count} ${plural(n, 'départ', 'départs')} avant la prise en charge médicale`,
    scheduledEd: (n, count) =>
      `${count} ${plural(n, 'visite planifiée', 'visites planifiées')} à l’urgence, hors compte`,
    observations: (n, count) =>
      `${count} ${plural(n, 'mise en observation, comptée', 'mises en observation, comptées')} à part`,
    shortStays: (n, count) =>
      `${count} ${plural(n, 'court séjour, compté', 'courts séjours, comptés')} à part`,
    unclassified: (n, count) =>
      `${count} ${plural(n, 'contact', 'contacts')} de nature inconnue, hors compte`,
    dateUncertain: (_n, count) => `${count} à date incertaine, hors compte`,
    unplaced: (n, count) => `${count} ${plural(n, 'donnée', 'données')} sans date, hors compte`,
  },
  sites: (list) => `Visites à l’urgence par installation\u00a0: ${list}.`,
  site: (name, count) => `${name} ${count}`,
  unknownSite: 'Installation non inscrite',
  preset: {
    'qc-integrated': 'gestion de cas intégrée, Québec',
    'qc-regional': 'programme régional, Québec',
    'conect-invite': 'invitation au CONECT-6; la maladie chronique n’est pas vérifiée ici',
    ed5: '5\u00a0visites à l’urgence par an',
    ed10: '10\u00a0visites à l’urgence par an',
    custom: 'fixé par votre établissement',
  },
  criterion: {
    met: (name) => `Répond au critère du programme (${name}).`,
    notMet: (name) => `Ne répond pas au critère du programme (${name}).`,
    unknown: (name) =>
      `Impossible de dire si le critère du programme (${name}) est atteint\u00a0: tout n’a pas été lu.`,
    part: (value, what, atLeast, months) =>
      `${value} ${what} en ${months}\u00a0mois (critère\u00a0: ${atLeast} ou plus)`,
    or: 'ou',
  },
  beforeAfter: {
    heading: 'Avant et après l’inscription',
    before: (date) => `6\u00a0mois jusqu’à l’inscription, le ${date}`,
    after: (elapsed, of) => `Après l’inscription, ${elapsed} mois sur ${of}`,
    guard: 'Une baisse après l’inscription peut être naturelle; elle ne prouve pas l’effet du programme.',
  },
  coverage: {
    other: 'Des visites dans d’autres hôpitaux peuvent manquer.',
    complete: (date) => `Tout ce que contient ce système a été lu, depuis le ${date}.`,
    completeEmpty: 'Tout ce que contient ce système a été lu.',
    incomplete: (date) => `La plus ancienne visite lue est du ${date}.`,
  },
  none: 'Aucune utilisation des services n’est inscrite dans ce système.',
  period: 'Période affichée',
  months: (count) => `${count}\u00a0mois`,
  timeline: 'Ligne du temps',
  timelineHelp: 'Choisissez un repère ou utilisez les flèches.',
  laneShort: {ed: 'Urg.', hospital: 'Hosp.', other: 'Autres'},
  enrolment: 'Inscription',
  filter: 'Afficher',
  lane: {all: 'Tout', ed: 'Urgence', hospital: 'Hôpital', other: 'Autres'},
  search: 'Chercher dans les visites',
  searchHint: 'Raison, installation ou date',
  found: (n, count) => `${count} ${plural(n, 'contact trouvé', 'contacts trouvés')} dans tout l’historique.`,
  nothingFound: 'Rien de trouvé.',
  noneInPeriod: 'Rien dans cette période.',
  earlier: (n, count) => `Avant\u00a0: ${count} ${plural(n, 'contact', 'contacts')}`,
  contacts: (n, count) => `${count} ${plural(n, 'contact', 'contacts')}`,
  showAll: 'Tout afficher',
  kind: {
    'ed-visit': 'Visite à l’urgence',
    stay: 'Hospitalisation',
    observation: 'Observation',
    'short-stay': 'Court séjour',
    ambulatory: 'Contact en clinique ou à domicile',
    unclassified: 'Autre contact',
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
  registrations: (count) => `${count} inscriptions à l’urgence`,
  nights: (n, count) => `${count}\u00a0${plural(n, 'jour', 'jours')}`,
  soFar: (length) => `${length} à ce jour`,
  howCounted: 'Comment le calcul est fait',
};
