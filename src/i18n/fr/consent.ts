import type {consent as shape} from '../en/consent.ts';

export const consent: typeof shape = {
  answer: {yes: 'oui', no: 'non'},
  said: (words, until) =>
    until === ''
      ? `Consentement au partage\u00a0: ${words}`
      : `Consentement au partage\u00a0: ${words}, jusqu’au ${until}`,
  ended: (day) => `Le consentement au partage a pris fin le ${day}`,
  withdrawn: 'Consentement au partage retiré, ou pas encore donné',
  unclear: 'Le dossier contient un consentement qui ne dit ni oui ni non.',
  notRead: 'Les consentements du dossier n’ont pas pu être lus.',
  record: 'Noter le consentement',
  recordOf: (name) => `Noter le consentement au partage avec ${name}`,
  heading: (name) => `Partage avec ${name}`,
  ask: 'Peut-on lui transmettre quelque chose?',
  yes: 'Oui',
  no: 'Non',
  until: 'Jusqu’au (facultatif)',
  words: 'Ce qui peut être transmis, ou ce qui ne le peut pas (facultatif)',
  goesTo: {
    record: 'Gardé comme un consentement au dossier.',
    team: 'Ce dossier ne reçoit pas de consentements des applications\u00a0: celui-ci est gardé avec le membre de l’équipe.',
  },
  missing: 'Dites oui ou non.',
  past: 'Cette date est passée.',
  save: 'Noter',
  changedMeanwhile: 'Quelqu’un d’autre a modifié ce consentement entre-temps',
  fields: {answer: 'oui ou non', until: 'jusqu’au', words: 'ce qui peut être transmis'},
  line: (words, until, more) =>
    [`${words}${until === '' ? '' : `, jusqu’au ${until}`}`, more].filter(Boolean).join('. '),
};
