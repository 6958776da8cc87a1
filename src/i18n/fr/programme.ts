import type {programme as shape} from '../en/programme.ts';

/** Words of what is suggested after a visit, and of the steps of the programme. */
export const programme: typeof shape = {
  steps: 'Étapes du programme',
  of: (n) => `${n} sur 6`,
  atLeast: (n) => `au moins ${n} sur 6`,
  missing: (steps) => `Il manque\u00a0: ${steps}.`,
  unknown: (steps) => `Lecture impossible\u00a0: ${steps}.`,
  all: 'Toutes les étapes sont inscrites.',
  step: {
    assessed: 'besoins évalués',
    'agreed-person': 'accord de la personne au plan',
    'agreed-physician': 'accord du médecin de famille au plan',
    'hospital-manager': 'gestionnaire de cas désigné en centre hospitalier',
    'community-partner': 'partenaire communautaire dans l’équipe',
    reviewed: 'révision du plan',
  },

  heading: 'Suggestions après une visite',
  lead: 'Rien n’est inscrit avant que vous l’acceptiez.',
  what: {
    'case-manager': {
      stay: (day) => `Appeler dans les 2 jours ouvrables suivant le congé (hospitalisation du ${day})`,
      'ed-visit': (day) => `Appeler au sujet de la visite à l’urgence du ${day}`,
    },
    'hospital-case-manager': {
      stay: (day) => `Aviser la clinique du congé et de ce qui est prévu (hospitalisation du ${day})`,
      'ed-visit': (day) => `Revoir le plan de crise après la visite à l’urgence du ${day}`,
    },
  },
  earlier: (n, count) =>
    n < 2 ? `${count} autre, après une visite antérieure` : `${count} autres, après des visites antérieures`,
  slot: {
    'case-manager': 'gestionnaire de cas',
    'hospital-case-manager': 'gestionnaire de cas en centre hospitalier',
  },
  nobody: (place) => `personne n’est désigné comme ${place}`,
  by: (date) => `d’ici le ${date}`,
  afterDischarge: 'jour du congé encore inconnu',
  accept: 'Accepter',
  acceptOf: (what, name) => `Accepter pour ${name}\u00a0: ${what}`,
  dismiss: 'Pas nécessaire',
  dismissOf: (what, name) => `Pas nécessaire pour ${name}\u00a0: ${what}`,
  noAccept: 'On ne peut pas ajouter d’action ici.',
};
