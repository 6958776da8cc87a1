// The words of the pages of the static build. Neither language is a translation of the other.

export type Language = 'en-CA' | 'fr-CA';

const en = {
  pages: {'index.html': 'Practice', 'gallery.html': 'Gallery', 'site-file.html': 'Site file'},
  language: 'Language',
  theme: 'Colors',
  themes: {light: 'Light', dark: 'Dark', auto: 'As the system'},
  width: 'Width',
  full: 'All there is',
  practice: {
    title: 'Practice with invented people',
    intro:
      'Everything here stays in this page: nothing is sent, nothing is kept. Write, close, end, make mistakes; reload the page, and all is as it was.',
    person: 'Person',
    record: 'Record system',
    story: 'Who this is',
    tasks: 'Try this',
    list: [
      'Under “Use of services”, open “How this was counted”. Which visits were left out, and by which rule?',
      'Add a goal in the person’s own words. Edit it, then close it with a reason. You can take that back for ten seconds.',
      'Give an action to somebody, with a date. It then stands in what is due.',
      'Name the hospital case manager. Then end a membership: it is kept, with its reason.',
      'Record a contact. How many seconds did it take?',
      'Choose a record system that takes less. Before you save, read where it will be found.',
    ],
  },
  gallery: {
    title: 'Every state of the panel',
    intro:
      'Each picture is drawn from one JSON file by the panel itself; no record system stands behind it. Every state has a link.',
    both: 'English and French',
    by: 'States',
    elements: 'Elements, and where they are seen',
    file: 'JSON',
    link: 'Link',
  },
  site: {
    title: 'The site file',
    intro:
      'Fill in what differs at your site; leave the rest empty. What you write is checked as you type, and stays in this page. The words on each key come from the published schema.',
    which: 'Which setting wins',
    precedence: [
      'what the host page sets on the element (property or attribute)',
      'the site file: written into the launch pages by the build, or read and checked by the host page',
      'the defaults',
    ],
    never: 'Never the address of the page: a link cannot change how something is counted, or who may launch.',
    load: 'Open a file',
    save: 'Save isp-site.json',
    reset: 'Empty all',
    fine: 'This file can be used as it is.',
    faults: 'This would not be used:',
    file: 'The file',
    fallback: 'Default',
    noJson: 'This is not JSON.',
    one: 'One per line',
    kinds: {
      unreadable: 'cannot be read',
      'unknown-key': 'is not a key',
      'wrong-value': 'has a value that does not fit',
    },
  },
};

type Words = typeof en;

const fr: Words = {
  pages: {'index.html': 'Exercice', 'gallery.html': 'Galerie', 'site-file.html': 'Fichier du site'},
  language: 'Langue',
  theme: 'Couleurs',
  themes: {light: 'Claires', dark: 'Sombres', auto: 'Comme le système'},
  width: 'Largeur',
  full: 'Toute la place',
  practice: {
    title: 'S’exercer avec des personnes inventées',
    intro:
      'Tout reste dans cette page : rien n’est envoyé, rien n’est gardé. Écrivez, fermez, terminez, trompez-vous; rechargez la page et tout est comme avant.',
    person: 'Personne',
    record: 'Système de dossiers',
    story: 'De qui il s’agit',
    tasks: 'À essayer',
    list: [
      'Sous « Utilisation des services », ouvrez « Comment c’est compté ». Quelles visites ont été laissées de côté, et par quelle règle ?',
      'Ajoutez un objectif dans les mots de la personne. Modifiez-le, puis fermez-le avec une raison. Pendant dix secondes, cela s’annule.',
      'Confiez une action à quelqu’un, avec une date. Elle se trouve ensuite dans ce qui est à faire.',
      'Nommez la gestionnaire de cas de l’hôpital. Puis terminez une participation : elle reste, avec sa raison.',
      'Inscrivez un contact. Combien de secondes cela a-t-il pris ?',
      'Choisissez un système de dossiers qui en accepte moins. Avant d’enregistrer, lisez où ce sera.',
    ],
  },
  gallery: {
    title: 'Tous les états du panneau',
    intro:
      'Chaque image est dessinée par le panneau lui-même à partir d’un fichier JSON; il n’y a pas de système de dossiers derrière. Chaque état a son lien.',
    both: 'Français et anglais',
    by: 'États',
    elements: 'Éléments, et où on les voit',
    file: 'JSON',
    link: 'Lien',
  },
  site: {
    title: 'Le fichier du site',
    intro:
      'Remplissez ce qui diffère chez vous; laissez le reste vide. Ce que vous écrivez est vérifié à mesure et reste dans cette page. Les explications de chaque clé sont celles du schéma publié, en anglais.',
    which: 'Quel réglage l’emporte',
    precedence: [
      'ce que la page hôte met sur l’élément (propriété ou attribut)',
      'le fichier du site : inscrit dans les pages de lancement à la construction, ou lu et vérifié par la page hôte',
      'les valeurs par défaut',
    ],
    never:
      'Jamais l’adresse de la page : un lien ne peut changer ni la façon de compter, ni qui peut lancer le panneau.',
    load: 'Ouvrir un fichier',
    save: 'Enregistrer isp-site.json',
    reset: 'Tout vider',
    fine: 'Ce fichier peut servir tel quel.',
    faults: 'Ceci ne serait pas utilisé :',
    file: 'Le fichier',
    fallback: 'Par défaut',
    noJson: 'Ce n’est pas du JSON.',
    one: 'Un par ligne',
    kinds: {
      unreadable: 'ne se lit pas',
      'unknown-key': 'n’est pas une clé',
      'wrong-value': 'a une valeur qui ne convient pas',
    },
  },
};

/** The words of a language. */
export function wordsOf(lang: string): Words {
  return lang === 'fr-CA' ? fr : en;
}
