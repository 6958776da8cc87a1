import type {place as shape} from '../en/place.ts';

/** Où se range ce qu’on enregistre, quand ce n’est pas tel quel au dossier. */
export const place: typeof shape = {
  note: {
    whole:
      'Ce dossier n’accepte des applications ni objectifs, ni plan, ni équipe. Ce que vous enregistrez ici est conservé comme note dans les documents, où vos collègues peuvent la lire.',
    short: 'Conservé comme note dans les documents.',
  },
};
