import type {EventKind} from '../../domain/use-proof.ts';
import type {use as shape} from '../en/use.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

const edVisits = (n: number): string => plural(n, 'visite à l’urgence', 'visites à l’urgence');

const looksLike = (kind: EventKind, n: number): string =>
  ({
    'ed-visit': plural(n, 'une visite à l’urgence', 'des visites à l’urgence'),
    stay: plural(n, 'une hospitalisation', 'des hospitalisations'),
    observation: plural(n, 'une mise en observation', 'des mises en observation'),
    'short-stay': plural(n, 'un court séjour', 'des courts séjours'),
    ambulatory: plural(n, 'un contact en clinique ou à domicile', 'des contacts en clinique ou à domicile'),
    unclassified: plural(n, 'un autre contact', 'd’autres contacts'),
  })[kind];

export const use: typeof shape = {
  heading: 'Utilisation des services',
  window: (date) => `12\u00a0mois jusqu’au ${date}`,
  edVisits,
  stays: (n) => plural(n, 'hospitalisation', 'hospitalisations'),
  hospitalDays: (n) => plural(n, 'jour d’hospitalisation', 'jours d’hospitalisation'),
  openProof: (count) => `${count}\u00a0: comment le calcul est fait`,
  sixMonths: '6\u00a0mois',
  yearBefore: '12\u00a0mois précédents',
  atLeast: 'au moins',
  notAvailable: 'non disponible',
  glance: {
    inTwelveMonths: 'en 12\u00a0mois',
    now: 'À l’hôpital maintenant',
    since: (date) => `depuis le ${date}`,
    reviewed: (date) => `révisé le ${date}`,
    daysAgo: (n, count) => (n === 0 ? 'aujourd’hui' : `il y a ${count}\u00a0${plural(n, 'jour', 'jours')}`),
    copy: 'Copier en une ligne',
    copied: 'Copié\u00a0:',
    notCopied: 'Impossible de copier d’ici. Le texte est sélectionné\u00a0: faites Ctrl+C ou ⌘C.',
  },
  line: {
    plan: (state, reviewed) => (reviewed ? `${state}, révisé le ${reviewed}.` : `${state}.`),
    visits: (n, count, sites) => `${count} ${edVisits(n)} / 12\u00a0mois${sites ? ` (${sites})` : ''}`,
    stays: (n, count) => `${count} ${plural(n, 'hospitalisation', 'hospitalisations')}`,
    notAvailable: 'Visites à l’urgence et hospitalisations non disponibles.',
    recordsStart: (date) => `(données depuis le ${date})`,
    now: (date, site) => `À l’hôpital depuis le ${date}${site ? `, ${site}` : ''}.`,
    matters: (words) => `Ce qui compte\u00a0: «\u00a0${words}\u00a0».`,
    call: (name, phone) => (phone ? `Appeler ${name}, ${phone}.` : `Appeler ${name}.`),
    otherSites: (count) => `autres ${count}`,
  },
  aside: {
    beganBefore: (n, count) =>
      plural(
        n,
        `${count} hospitalisation a commencé avant\u00a0: seuls ses jours dans la période sont comptés`,
        `${count} hospitalisations ont commencé avant\u00a0: seuls leurs jours dans la période sont comptés`,
      ),
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
  suggestion: (kind, n, count) =>
    `${count} ${plural(n, 'contact non classé ressemble', 'contacts non classés ressemblent')} à ${looksLike(kind, n)}.`,
  sites: (list) => `Visites à l’urgence par installation\u00a0: ${list}.`,
  site: (name, count) => `${name} ${count}`,
  unknownSite: 'Installation non inscrite',
  coverage: {
    other: 'Des visites dans d’autres hôpitaux peuvent manquer.',
    complete: (date) => `Tout ce que contient ce système a été lu, depuis le ${date}.`,
    completeEmpty: 'Tout ce que contient ce système a été lu.',
    incomplete: (date) => `La plus ancienne visite lue est du ${date}.`,
  },
  none: 'Aucune utilisation des services n’est inscrite dans ce système.',
};
