import type {Site} from '../src/smart.ts';

/** Language of the panel: what the launch asked for, else the site's, as a BCP 47 tag of the two there are. */
export function preferredLanguage(wish: string | null | undefined, site: Site): 'en-CA' | 'fr-CA' {
  if (!wish) return site.language;
  return wish.toLowerCase().startsWith('fr') ? 'fr-CA' : 'en-CA';
}
