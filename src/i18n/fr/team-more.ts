import type {teamMore as shape} from '../en/team-more.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

/** Words of what a team says of a member beside the membership, loaded with it. */
export const teamMore: typeof shape = {
  topic: {
    phones: 'Autres téléphones',
    hours: 'Heures',
    substitute: 'En cas d’absence',
    consent: 'Consentement au partage',
    limits: 'Rôle et limites',
  },
  hint: {
    phones:
      'S’il y en a plusieurs, un point-virgule les sépare\u00a0: 819\u00a0555-0101 poste 234; 819\u00a0555-0102',
    hours: 'Quand appeler',
    substitute: 'Qui répond à sa place, et comment joindre cette personne',
    consent: 'Ce qui peut être partagé, et la date de fin\u00a0: jusqu’au 2027-01-31',
    limits: 'Ce que fait cette personne, et ce qu’elle ne peut pas faire',
  },
  said: (label, words) => `${label}\u00a0: ${words}`,
  noConsent: 'Consentement au partage non inscrit',
  lastContact: (n, days, day) =>
    n === 0
      ? 'Dernier contact aujourd’hui'
      : `Dernier contact il y a ${days} ${plural(n, 'jour', 'jours')}, le ${day}`,
  noContact: 'Aucun contact inscrit',
  carries: (n, count) => `${count} ${plural(n, 'action', 'actions')} à faire`,
  overdue: 'en retard',
  forGoal: (words) => `pour «\u00a0${words}\u00a0»`,
  edit: 'Modifier',
  editOf: (name) => `Modifier ce que l’équipe dit de ${name}`,
  heading: (name) => `À propos de ${name}`,
  save: 'Enregistrer',
  changedMeanwhile: 'Une autre personne a modifié entre-temps ce que l’équipe dit de ce membre',
  role: 'Rôle',
  inRecord: 'Au dossier',
  found: (n, count) =>
    n === 0
      ? 'Personne de ce nom au dossier\u00a0: ajout en mots.'
      : `${count} ${plural(n, 'trouvé', 'trouvés')} au dossier`,
  notSearched: 'La recherche au dossier n’a pas abouti\u00a0: ajout en mots.',
  choose: (who) => `Choisir ${who}`,
};
