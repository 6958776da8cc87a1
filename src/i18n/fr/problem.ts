import type {problem as shape} from '../en/problem.ts';

export const problem: typeof shape = {
  words: {
    offline: {
      happened: 'Le dossier est injoignable.',
      toDo: 'Vérifiez le réseau, puis réessayez. Si le réseau fonctionne, avisez le soutien technique\u00a0: le dossier ou le navigateur bloque peut-être le panneau.',
    },
    timeout: {
      happened: 'Le dossier met trop de temps à répondre.',
      toDo: 'Réessayez dans un moment.',
    },
    cancelled: {happened: 'L’opération a été interrompue.', toDo: 'Réessayez.'},
    'signed-out': {
      happened: 'Votre session est terminée.',
      toDo: 'Rouvrez le panneau à partir du dossier. Copiez d’abord ce que vous avez écrit.',
    },
    forbidden: {
      happened: 'Votre compte ne permet pas de lire ceci.',
      toDo: 'Adressez-vous à la personne qui gère les accès si vous en avez besoin.',
    },
    'not-found': {
      happened: 'Ceci n’est pas au dossier.',
      toDo: 'Actualisez pour voir ce qui s’y trouve maintenant.',
    },
    gone: {
      happened: 'Ceci a été retiré du dossier.',
      toDo: 'Actualisez pour voir ce qui s’y trouve maintenant.',
    },
    conflict: {
      happened: 'Une autre personne a fait une modification avant vous.',
      toDo: 'Comparez les deux versions et choisissez. Rien de ce que vous avez écrit n’est perdu.',
    },
    rejected: {
      happened: 'Le dossier a refusé l’enregistrement.',
      toDo: 'Lisez la raison ci-dessous, corrigez et enregistrez de nouveau.',
    },
    unsupported: {
      happened: 'Cela ne peut pas se faire ici.',
      toDo: 'Passez par le dossier lui-même.',
    },
    unreadable: {
      happened: 'La réponse du dossier est illisible.',
      toDo: 'Réessayez; si cela persiste, avisez le soutien technique.',
    },
    busy: {happened: 'Le dossier est très sollicité.', toDo: 'Attendez un moment, puis réessayez.'},
    server: {
      happened: 'Le dossier a eu une défaillance.',
      toDo: 'Réessayez; si cela persiste, avisez le soutien technique.',
    },
    'other-patient': {
      happened: 'Le dossier a renvoyé les données d’une autre personne. Rien n’en est affiché.',
      toDo: 'Fermez le panneau et rouvrez-le à partir du bon dossier.',
    },
    'held-elsewhere': {
      happened: 'Ceci se trouve dans un autre système, que le panneau n’interroge pas.',
      toDo: 'Cherchez-le dans le dossier lui-même.',
    },
    unclear: {
      happened: 'Impossible de savoir si l’enregistrement a réussi.',
      toDo: 'Actualisez et vérifiez avant d’enregistrer de nouveau.',
    },
    bug: {
      happened: 'Le panneau a fait une erreur.',
      toDo: 'Réessayez; si cela persiste, avisez le soutien technique.',
    },
  },
  why: {
    server: 'Le dossier n’offre pas cette possibilité.',
    scope: 'Les autorisations données à l’ouverture ne le permettent pas.',
    site: 'Votre établissement l’a désactivé.',
    unknown: 'Le dossier n’en donne pas la raison.',
  },
  signInAgain: 'Rien d’autre n’est lu ni enregistré avant une nouvelle identification.',
  retryAfter: (seconds) => `Réessayez dans ${seconds}\u00a0secondes.`,
};
