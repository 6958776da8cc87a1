import type {place as shape} from '../en/place.ts';

/** Où se range ce qu’on enregistre. */
export const place: typeof shape = {
  record: {short: 'Sera versé au dossier.'},
  part: {
    whole:
      'Ce dossier n’accepte des applications qu’une partie du plan. Le reste est conservé comme note dans les documents, où vos collègues peuvent la lire.',
  },
  note: {
    whole:
      'Ce dossier n’accepte des applications ni objectifs, ni plan, ni équipe. Ce que vous enregistrez ici est conservé comme note dans les documents, où vos collègues peuvent la lire.',
    short: 'Sera conservé comme note dans les documents.',
  },
  hand: {
    whole:
      'Ce dossier n’accepte des applications ni plan, ni note. Ce que vous écrivez reste dans ce panneau\u00a0: rien n’est versé au dossier.',
    short: 'Reste dans ce panneau. Rien n’est versé au dossier.',
  },
  offer: {
    whole:
      'Ce dossier n’accepte des applications ni plan, ni note. Vous pouvez écrire le plan ici et l’emporter comme note ou comme fichier. Rien n’est versé au dossier.',
    short: 'Rien ne peut être versé au dossier d’ici.',
  },
  write: 'Écrire le plan ici',
  copy: 'Copier le plan',
  download: 'Télécharger le plan',
  open: 'Ouvrir un plan emporté…',
  fileName: 'plan-de-services',
  noteBox: 'Le plan, à copier',
  copied: 'Copié. Collez-le dans le dossier.',
  byHand: 'La copie n’a pas pu se faire d’ici. Le texte est sélectionné\u00a0: appuyez sur Ctrl+C ou ⌘C.',
  given: (file) => `${file} a été remis au navigateur pour l’enregistrer.`,
  taken: 'Le plan a été emporté tel qu’il est.',
  notTaken: 'Pas encore emporté\u00a0: fermer le panneau le fait perdre.',
  opened: 'Le plan emporté est ouvert.',
};
