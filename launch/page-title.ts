/** Title of the page and its first heading. It names the panel and never the person (a title is kept in histories). */
export const pageTitle = {
  'en-CA': 'Case management panel',
  'fr-CA': 'Panneau de gestion de cas',
} as const;
