import type {gaps as shape} from '../en/gaps.ts';
import {createPlural} from '../plural.ts';

const plural = createPlural('fr-CA');

/** Ce qui manque à ce qui est montré. */
export const gaps: typeof shape = {
  partly: 'Ceci n’est pas complet.',
  gap: {
    'page-limit': 'L’historique est plus long que ce qui peut être lu d’un coup.',
    timeout: 'Une partie de l’historique a mis trop de temps à répondre.',
    forbidden: 'Votre compte ne permet pas d’en lire une partie.',
    failed: 'Une partie n’a pas pu être chargée.',
    quarantined: 'Des données illisibles ont été laissées de côté.',
    scope: 'Les autorisations données à l’ouverture n’en couvrent qu’une partie.',
    'records-start': 'Les données de ce système ne remontent pas assez loin.',
    loading: 'Les données plus anciennes sont en cours de lecture.',
  },
  recordsStart: (date) => `Les données de ce système commencent le ${date}.`,
  quarantined: (n, count) =>
    plural(
      n,
      `${count} donnée illisible a été laissée de côté.`,
      `${count} données illisibles ont été laissées de côté.`,
    ),
};
