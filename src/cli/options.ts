import {parseDay} from '../domain/time.ts';
import {err, ok, type Result} from '../domain/result.ts';
import type {CountProblem} from './problem.ts';

/** What the command line asks for. */
export interface CountOptions {
  /** A path, or `-` for standard input. */
  readonly file: string;
  /** Local date YYYY-MM-DD. */
  readonly asOf: string;
  readonly index: string | null;
  readonly zone: string | null;
  readonly configFile: string | null;
  readonly patient: string | null;
  readonly csv: boolean;
  /** Id of the record or event to explain. */
  readonly explain: string | null;
  readonly french: boolean;
}

const VALUES = ['as-of', 'index', 'zone', 'config', 'patient', 'explain', 'lang'] as const;
type Name = (typeof VALUES)[number] | 'csv';

/** Reads the words after `count`; each option once, as `--name value` or `--name=value`. */
export function parseOptions(words: readonly string[]): Result<CountOptions, CountProblem> {
  const said = new Map<Name, string>();
  const files: string[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place]!;
    if (!word.startsWith('--')) {
      if (word.startsWith('-') && word !== '-') return err({kind: 'unknown-option', option: word});
      files.push(word);
      continue;
    }
    const [option, inline] = splitOnce(word);
    const name = option.slice(2) as Name;
    if (said.has(name)) return err({kind: 'said-twice', option});
    if (name === 'csv' && inline === undefined) said.set(name, '');
    else if (VALUES.some((known) => known === name)) {
      const value = inline ?? words[(place += 1)];
      // A following option is a forgotten value; `-` and words that begin with one dash may be ids.
      if (!value || (inline === undefined && value.startsWith('--')))
        return err({kind: 'value-missing', option});
      said.set(name, value);
    } else return err({kind: 'unknown-option', option});
  }
  return check(files, said);
}

function check(
  files: readonly string[],
  said: ReadonlyMap<Name, string>,
): Result<CountOptions, CountProblem> {
  const get = (name: Name): string | null => said.get(name) ?? null;
  const [file] = files;
  if (file === undefined) return err({kind: 'no-file'});
  if (files.length > 1) return err({kind: 'two-files'});
  const asOf = get('as-of');
  if (asOf === null) return err({kind: 'no-as-of'});
  const index = get('index');
  for (const [option, value] of [
    ['--as-of', asOf],
    ['--index', index],
  ] as const) {
    if (value !== null && parseDay(value) === null) return err({kind: 'not-a-date', option, value});
  }
  if (index !== null && index > asOf) return err({kind: 'index-after-as-of'});
  const zone = get('zone');
  if (zone !== null && !isZone(zone)) return err({kind: 'not-a-zone', value: zone});
  const language = get('lang') ?? 'en';
  if (!/^(en|fr)(-CA)?$/.test(language)) return err({kind: 'not-a-language', value: language});
  if (said.has('csv') && said.has('explain')) return err({kind: 'csv-and-explain'});
  return ok({
    file,
    asOf,
    index,
    zone,
    configFile: get('config'),
    patient: get('patient'),
    csv: said.has('csv'),
    explain: get('explain'),
    french: language.startsWith('fr'),
  });
}

/** The language of messages before the options are known to be right. */
export function wantsFrench(words: readonly string[]): boolean {
  return words.some(
    (word, place) =>
      word.startsWith('--lang=fr') || (word === '--lang' && words[place + 1]?.startsWith('fr')),
  );
}

function splitOnce(word: string): [string, string?] {
  const place = word.indexOf('=');
  return place < 0 ? [word] : [word.slice(0, place), word.slice(place + 1)];
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name});
    return true;
  } catch {
    return false;
  }
}
