import {cli as enCli} from '../../src/i18n/en/cli.ts';
import {every as en} from '../../src/i18n/en/every.ts';
import {launch as enLaunch} from '../../src/i18n/en/launch.ts';
import {cli as frCli} from '../../src/i18n/fr/cli.ts';
import {every as fr} from '../../src/i18n/fr/every.ts';
import {launch as frLaunch} from '../../src/i18n/fr/launch.ts';

/** Both catalogues whole: those of the panel, of the launch pages and of the command line. */
export const catalogues = {
  'en-CA': {...en, launch: enLaunch, cli: enCli},
  'fr-CA': {...fr, launch: frLaunch, cli: frCli},
} as const;

export type CatalogueLanguage = keyof typeof catalogues;

/** One entry of a catalogue: where it stands, and the words; a function is asked with every number and with words. */
export interface Entry {
  readonly path: string;
  readonly kind: 'text' | 'function';
  readonly texts: readonly string[];
}

/** Values that a message with a variable part is tried with, first argument; the others get the text. */
const tried: readonly unknown[] = [
  0,
  1,
  2,
  1_000_000,
  '22 novembre 2026',
  'plan',
  'goals',
  'team',
  'draft',
  'active',
  'on-hold',
  'completed',
  'revoked',
  'entered-in-error',
  'unknown',
  'ed-visit',
];
const rest = ['12', '12', '12'];

/** All entries of a catalogue, at every depth. */
export function entriesOf(node: unknown, path = ''): readonly Entry[] {
  if (typeof node === 'string') return [{path, kind: 'text', texts: [node]}];
  if (typeof node === 'function') {
    const texts = tried.map((value) => said(node as Say, [value, ...rest])).filter((text) => text !== null);
    // A message that takes the name of something says nothing of a number.
    const known = texts.filter((text) => !text.includes('undefined'));
    return [{path, kind: 'function', texts: [...new Set(known.length > 0 ? known : texts)]}];
  }
  return Object.entries(node as Record<string, unknown>).flatMap(([name, child]) =>
    entriesOf(child, path === '' ? name : `${path}.${name}`),
  );
}

type Say = (...values: unknown[]) => unknown;

/** What a message says to these values; null when they are not what it takes. */
function said(say: Say, values: unknown[]): string | null {
  try {
    const text = say(...values);
    return typeof text === 'string' ? text : null;
  } catch {
    // A message that takes other things than these.
    return null;
  }
}
