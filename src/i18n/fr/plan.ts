import type {plan as shape} from '../en/plan.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

// "le 22 avril 2026", but "en avril 2026" and "en 2026".
const isDay = (date: string): boolean => /^\d{1,2}(er)? /.test(date);
const on = (date: string): string => (isDay(date) ? `le ${date}` : `en ${date}`);
const since = (date: string): string => (isDay(date) ? `depuis le ${date}` : `depuis ${date}`);

/** Words of the plan and its goals, and of every save in the panel. */
export const plan: typeof shape = {
  heading: 'Plan',
  loading: 'Lecture du plan…',
  none: 'Aucun plan de services individualisé au dossier',
  line: (status, start, end) => {
    switch (status) {
      case 'draft':
        return start ? `Plan à l’état de projet, débute ${on(start)}` : 'Plan à l’état de projet';
      case 'active':
        return start ? `Plan actif ${since(start)}` : 'Plan actif';
      case 'on-hold':
        return start ? `Plan en pause, débuté ${on(start)}` : 'Plan en pause';
      case 'completed':
        return end ? `Plan fermé, terminé ${on(end)}` : 'Plan fermé';
      case 'revoked':
        return end ? `Plan abandonné, terminé ${on(end)}` : 'Plan abandonné';
      case 'entered-in-error':
        return 'Ce plan est marqué comme saisi par erreur';
      case 'unknown':
      case 'unrecognized':
        return start ? `Plan d’état inconnu, débuté ${on(start)}` : 'Plan d’état inconnu';
    }
  },
  otherPlans: (n) =>
    `${n === 1 ? 'Un autre plan actif se trouve' : `${n} autres plans actifs se trouvent`} au dossier. Vérifiez lequel est en usage.`,
  whatMatters: 'Ce qui compte pour la personne',
  notAllowed: (what) =>
    ({
      plan: 'Votre compte ne permet pas de lire le plan.',
      goals: 'Votre compte ne permet pas de lire les objectifs.',
      team: 'Votre compte ne permet pas de lire l’équipe de soins.',
    })[what],
  couldNotLoad: (what) =>
    ({
      plan: 'Le plan n’a pas pu être lu.',
      goals: 'Les objectifs n’ont pas pu être lus.',
      team: 'L’équipe de soins n’a pas pu être lue.',
    })[what],
  partial: 'Cette liste est peut-être incomplète.',

  goals: 'Objectifs',
  goalsLoading: 'Lecture des objectifs…',
  noGoals: 'Aucun objectif inscrit pour le moment.',
  openGoals: (n) => `${n} ${plural(n, 'objectif ouvert', 'objectifs ouverts')}`,
  moreGoals: (n) => `${n} ${plural(n, 'autre objectif', 'autres objectifs')}`,
  closedGoals: (n) => `${n} ${plural(n, 'objectif fermé', 'objectifs fermés')}`,
  closedOn: (date) => `fermé ${on(date)}`,
  rank: (n) => `Priorité ${n}`,
  noWords: 'Aucun mot inscrit pour cet objectif',
  clinical: 'Formulation clinique',
  targetLabel: 'Échéance',
  dueToday: (date) => `${date} (aujourd’hui)`,
  overdue: (date) => `${date} (date passée)`,
  domainLabel: 'Domaine',
  lifecycle: {
    proposed: 'Proposé',
    planned: 'Planifié',
    accepted: 'Accepté',
    active: 'Actif',
    'on-hold': 'En pause',
    completed: 'Terminé',
    cancelled: 'Annulé',
    'entered-in-error': 'Saisi par erreur',
    rejected: 'Refusé',
  },
  otherState: (code) => (code ? `État au dossier\u00a0: ${code}` : 'État non inscrit'),
  achievement: {
    'in-progress': 'En cours',
    improving: 'En amélioration',
    worsening: 'En détérioration',
    'no-change': 'Stable',
    achieved: 'Atteint',
    sustaining: 'Maintenu',
    'not-achieved': 'Non atteint',
    'no-progress': 'Aucun progrès',
    'not-attainable': 'Hors de portée',
  },
  achievementLabel: 'Progrès',
  stateLabel: 'État',
  reasonLabel: 'Raison',

  addLabel: 'Nouvel objectif, dans les mots de la personne',
  addButton: 'Ajouter',
  addMore: 'Plus de détails',
  addFewer: 'Moins de détails',
  added: 'Objectif ajouté.',
  edit: 'Modifier',
  editGoal: (words) => `Modifier l’objectif\u00a0: ${words}`,
  close: 'Fermer',
  closeGoal: (words) => `Fermer l’objectif\u00a0: ${words}`,
  undo: 'Revenir en arrière',
  closedSaid: (words) => `Fermé\u00a0: ${words}`,
  closeAsk: 'Pourquoi fermer cet objectif?',
  closing: {
    reached: 'Atteint',
    'no-longer-matters': 'N’a plus d’importance pour la personne',
    replaced: 'Remplacé par un autre objectif',
    'not-possible': 'Impossible à atteindre',
  },

  wordsLabel: 'Objectif, dans les mots de la personne (obligatoire)',
  wordsMissing: 'Écrivez l’objectif dans les mots de la personne.',
  langLabel: 'Langue de ces mots',
  langs: {en: 'Anglais', fr: 'Français', none: 'Non précisée'},
  clinicalLabel: 'Formulation clinique (facultatif)',
  dueLabel: 'Échéance (facultatif)',
  dueHint: 'Année-mois-jour',
  dueWrong: 'Ce n’est pas une date. Écrivez-la ainsi\u00a0: 2026-11-22.',
  dueIsPartial: (date) => `Le dossier indique seulement ${date}. Une date choisie ici la remplace.`,
  noneChosen: 'Non inscrit',
  closeHint: 'Pour fermer l’objectif, utilisez Fermer sur sa ligne\u00a0: la raison y est demandée.',
  save: 'Enregistrer',
  saveAgain: 'Enregistrer de nouveau',
  cancel: 'Annuler',
  discardAsk: 'Effacer ce que vous avez écrit?',
  discard: 'Effacer',
  keepTyping: 'Continuer à écrire',
  escapeKept: 'Pas encore enregistré. Enregistrez, ou annulez pour effacer.',
  unsaved: 'Pas encore enregistré',
  formLoading: 'Ouverture…',
  formFailed: 'Le formulaire n’a pas pu s’ouvrir. Vérifiez la connexion et réessayez.',
  nothingChanged: 'Rien n’a été modifié.',

  readOnly: {
    'modifier-extension':
      'Lecture seule\u00a0: le dossier ajoute un élément qui change le sens de cette entrée, et ce panneau ne peut pas l’afficher.',
    'implicit-rules':
      'Lecture seule\u00a0: le dossier fixe pour cette entrée des règles que ce panneau ne connaît pas.',
    subsetted: 'Lecture seule\u00a0: le dossier n’a transmis qu’une partie de cette entrée.',
    'no-ability': 'Lecture seule\u00a0: ce dossier n’accepte pas de modification à cette entrée.',
  },
  goalsReadOnly: 'Les objectifs peuvent être lus, mais non modifiés ici.',
  noGoalAdd: 'Aucun objectif ne peut être ajouté ici.',
  blocked: {
    server: 'Le dossier ne l’accepte pas.',
    scope: 'Les autorisations données à l’ouverture ne le permettent pas.',
    site: 'Votre établissement l’a désactivé.',
    unknown: 'On ne sait pas encore si le dossier l’accepte.',
    'read-only': 'Le panneau a été ouvert en lecture seule.',
    halted: 'La session est terminée\u00a0: le haut du panneau dit quoi faire.',
  },

  saving: 'Enregistrement…',
  saved: (time) => `Enregistré à ${time}`,
  notSaved: 'Non enregistré.',
  kept: 'Ce que vous avez écrit est conservé.',
  conflictShort: 'Une autre personne a modifié la même chose. Choisissez ci‑dessous.',
  saveFailure: {
    forbidden: {
      happened: 'Votre compte ne permet pas cette modification.',
      toDo: 'Adressez-vous à la personne qui gère les accès si vous en avez besoin.',
    },
    timeout: {
      happened: 'Le dossier met trop de temps à répondre.',
      toDo: 'Enregistrez de nouveau dans un moment.',
    },
    offline: {
      happened: 'Le dossier est injoignable.',
      toDo: 'Vérifiez le réseau, puis enregistrez de nouveau.',
    },
    conflict: {
      happened: 'Une autre personne a fait une modification avant vous.',
      toDo: 'Actualisez, puis enregistrez de nouveau.',
    },
    gone: {
      happened: 'Ceci a été retiré du dossier entre-temps.',
      toDo: 'Actualisez\u00a0: vous pourrez ensuite enregistrer vos mots à neuf.',
    },
    'not-found': {
      happened: 'Ceci n’est plus au dossier.',
      toDo: 'Actualisez\u00a0: vous pourrez ensuite enregistrer vos mots à neuf.',
    },
  },
  serverSays: 'Réponse du dossier\u00a0:',
  notes: {
    'not-linked-to-plan': 'C’est enregistré, mais cela n’a pas pu être inscrit au plan.',
    merged: (fields) => `La modification d’une autre personne a été gardée avec la vôtre\u00a0: ${fields}.`,
    dropped: (fields) => `Le dossier n’a pas retenu\u00a0: ${fields}. Vérifiez ce qu’il a gardé.`,
    'not-filed': 'Conservé seulement dans ce panneau. Rien n’a été versé au dossier.',
    'no-locking': 'Ce dossier ne protège pas contre deux enregistrements simultanés.',
  },
  fields: {
    domain: 'le domaine',
    barriers: 'les obstacles',
    conditions: 'les problèmes de santé',
    words: 'les mots de la personne',
    clinical: 'la formulation clinique',
    lifecycle: 'l’état',
    achievement: 'le progrès',
    dueDate: 'l’échéance',
    statusReason: 'la raison',
    name: 'le nom',
    role: 'le rôle',
    organization: 'l’organisation',
    phone: 'le téléphone',
    date: 'la date de fin',
    reason: 'la raison',
  },

  conflict: {
    heading: 'Une autre personne a modifié cet objectif entre-temps',
    anyHeading: 'Une autre personne a modifié ceci entre-temps',
    lead: 'Les deux versions sont conservées. Choisissez pour chaque champ, puis enregistrez.',
    mine: 'Votre version',
    theirs: 'Au dossier maintenant',
    theirsAt: (time) => `Au dossier, modifié à ${time}`,
    other: 'Écrire autre chose',
    otherLabel: (field) => `Autre texte\u00a0: ${field}`,
    before: (text) => `Avant les deux\u00a0: ${text}`,
    empty: 'Vide',
    missing: 'Choisissez une version pour chaque champ.',
    save: 'Enregistrer mon choix',
  },

  orphans: {
    heading: 'Écrit et non enregistré',
    lead: 'L’objectif auquel ces mots appartiennent n’est pas dans la liste. Ils sont conservés jusqu’à ce que vous les effaciez.',
    saveAsNew: 'En faire un nouvel objectif',
  },
};
