import type {panel as shape} from '../en/panel.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

export const panel: typeof shape = {
  label: 'Panneau de gestion de cas',
  sections: 'Sections',
  section: {plan: 'Plan', use: 'Utilisation', 'care-team': 'Équipe'},
  refresh: 'Actualiser',
  refreshing: 'Actualisation…',
  retry: 'Réessayer',
  otherLanguage: 'English',
  loading: 'Chargement…',
  asOf: (time) => `Lu à ${time}`,
  identity: 'Personne',
  noPatient: 'Aucun dossier n’est ouvert.',
  noPatientAdvice: 'Ouvrez le panneau à partir d’un dossier.',
  nameUnknown: 'Nom non inscrit',
  born: 'Naissance',
  birthDateUnknown: 'Date de naissance non inscrite',
  age: (n) => `${n}\u00a0${plural(n, 'an', 'ans')}`,
  identifier: 'Identifiant',
  ending: (last) => `se terminant par ${last}`,
  deceased: 'Personne décédée',
  deceasedOn: (date) => `Décès\u00a0: ${date}`,
  ageAtDeath: (n) => `à ${n}\u00a0${plural(n, 'an', 'ans')}`,
  atAGlance: 'En bref',
  caseManager: 'Gestionnaire de cas',
  practice: (date) => `Exercice. Les personnes sont inventées et on fait comme si on était le ${date}.`,
  halted: 'Le panneau s’est arrêté',
  verifying: 'Vérification\u00a0: est-ce toujours le dossier de la même personne?',
  ignoredOtherPatient: (n, count) =>
    plural(
      n,
      `${count} donnée a été écartée\u00a0: elle concerne une autre personne.`,
      `${count} données ont été écartées\u00a0: elles concernent une autre personne.`,
    ),
  draftsOfOtherPatients: (n, count) =>
    plural(
      n,
      `Vous avez ${count} texte non enregistré pour une autre personne. Il est gardé avec son dossier\u00a0: rouvrez ce dossier pour le retrouver.`,
      `Vous avez ${count} textes non enregistrés pour une autre personne. Ils sont gardés avec son dossier\u00a0: rouvrez ce dossier pour les retrouver.`,
    ),
  siteNotices: (keys) =>
    `Réglages qui n’ont pas pu être utilisés\u00a0: ${keys}. Les valeurs par défaut les remplacent; avisez le soutien technique.`,
  loaded: 'Le dossier est chargé.',
  loadedPartly: 'Le dossier est chargé en partie.',
  saved: 'Enregistré.',
  notAllowed: 'Accès non permis',
  couldNotLoad: 'Chargement impossible',
};
