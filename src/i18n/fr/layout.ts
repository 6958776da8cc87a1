import type {layout as shape} from '../en/layout.ts';

/** Les mots autour des sections, et ce qu’on demande avant que le panneau quitte l’écran. */
export const layout: typeof shape = {
  showAll: 'Afficher tout le panneau',
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
