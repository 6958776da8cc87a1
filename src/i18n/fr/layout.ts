import type {layout as shape} from '../en/layout.ts';

/** Les mots autour des sections, et ce qu’on demande avant que le panneau quitte l’écran. */
export const layout: typeof shape = {
  showAll: 'Afficher tout le panneau',
  notFetched: {
    plan: 'Le plan de crise, les actions et le reste du plan n’ont pas pu être chargés.',
    use: 'Le graphique et la liste des visites n’ont pas pu être chargés.',
    later: 'Les échéances, le suivi, les mesures et les copies n’ont pas pu être chargés.',
  },
  notFetchedAdvice:
    'Si rien ne vient en réessayant, copiez ce que vous avez écrit et ouvrez le panneau de nouveau.',
  done: 'Fermer et revenir au dossier',
  leave: {
    heading: 'Du texte n’est pas enregistré',
    chart:
      'Un autre dossier va s’ouvrir. Ce que vous avez écrit reste avec cette personne tant que le panneau est ouvert.',
    close: 'Le panneau va se fermer. Ce que vous avez écrit sera perdu.',
    stay: 'Rester ici',
    goChart: 'Ouvrir l’autre dossier',
    goClose: 'Fermer sans enregistrer',
  },
};
