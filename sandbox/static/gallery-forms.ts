import type {GalleryState} from './gallery-states.ts';

/** A picture of something that is opened: its name, its title, and what is pressed for it in both languages, one after the other. */
type Opened = readonly [
  name: string,
  titleEn: string,
  titleFr: string,
  pressEn: string,
  pressFr: string,
  person?: string,
];

const opened: readonly Opened[] = [
  [
    'goal-form',
    'A goal is edited',
    'Un objectif est modifié',
    'Edit the goal > Conditions that',
    'Modifier l’objectif > Problèmes de santé visés',
  ],
  ['goal-close', 'A goal is closed', 'Un objectif est fermé', 'Close the goal', 'Fermer l’objectif'],
  ['action-form', 'An action is edited', 'Une action est modifiée', 'Edit the action', 'Modifier l’action'],
  [
    'review-form',
    'A review is recorded',
    'Une révision est inscrite',
    'Record a review',
    'Inscrire une révision',
  ],
  [
    'coordinator-form',
    'Who coordinates the plan is changed',
    'La coordination du plan est changée',
    'Change coordinator',
    'Changer la coordination',
  ],
  ['agreement-form', 'Who agreed', 'Qui est d’accord', 'Edit: Agreement', 'Modifier : Accord'],
  [
    'topic-form',
    'What matters is written',
    'Ce qui compte est écrit',
    'Edit: What matters',
    'Modifier : Ce qui compte',
  ],
  ['plan-begin', 'A plan is begun', 'Un plan est commencé', 'Start the plan', 'Commencer le plan', 'no-plan'],
  ['meeting', 'A meeting', 'Une rencontre', 'Meeting', 'Rencontre'],
  [
    'proof',
    'How it was counted',
    'Comment le calcul est fait',
    'How this was',
    'Comment le calcul',
    'reference',
  ],
  ['criteria', 'Every criterion', 'Tous les critères', 'All criteria', 'Tous les critères', 'reference'],
  ['visit', 'One visit in full', 'Une visite au complet', 'Nov 20', '20 nov.', 'reference'],
  ['member-form', 'A member is added', 'Un membre est ajouté', 'Add a member', 'Ajouter un membre'],
  [
    'member-about',
    'What the team says of a member',
    'Ce que l’équipe dit d’un membre',
    'Change what',
    'Modifier ce que',
  ],
  [
    'member-end',
    'A membership is ended',
    'Une participation se termine',
    'End the membership',
    'Mettre fin à',
  ],
  ['contact-form', 'A contact is recorded', 'Un contact est inscrit', 'Phone', 'Téléphone'],
  ['measure-form', 'A score is recorded', 'Un score est inscrit', 'Record a score', 'Inscrire un score'],
  [
    'printed-copy',
    'A copy to be printed',
    'Une copie à imprimer',
    'Print a copy',
    'Imprimer une copie',
    'reference',
  ],
  [
    'enrolment-form',
    'The person declines',
    'La personne refuse',
    'Change the enrolment > Declined by',
    'Modifier l’inscription > Refus de',
  ],
  [
    'consent-form',
    'Consent to share is recorded',
    'Un consentement est noté',
    'Record consent',
    'Noter le consentement',
  ],
  [
    'hand-over',
    'An action is handed over',
    'Une action est confiée',
    '3 more due > Hand over to',
    '3 autres choses > Confier à',
    'reference',
  ],
];

export const pressed: readonly GalleryState[] = opened.map(
  ([name, en, fr, pressEn, pressFr, person = 'ordinary']) => ({
    name,
    person,
    title: {en, fr},
    modal: name === 'meeting',
    press: pressEn.split(' > ').map((words, at) => [words, pressFr.split(' > ')[at]!] as const),
  }),
);
