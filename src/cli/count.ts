import {isPlainObject} from '../config/reader.ts';
import {parseSite, type ParsedSite} from '../config/site.ts';
import {countUse} from '../domain/count-use.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {parseJson} from '../fhir/json.ts';
import {cli as english} from '../i18n/en/cli.ts';
import {loadProofWords} from '../i18n/use-words.ts';
import {countInputOf} from './count-input.ts';
import {eventCsv} from '../domain/event-csv.ts';
import {explain} from './explain.ts';
import {parseOptions, wantsFrench, type CountOptions} from './options.ts';
import {problemLine} from './problem-line.ts';
import type {CountProblem} from './problem.ts';
import {readResources} from './read-resources.ts';

/** What the command did: the texts for the two outputs, and the exit code. */
export interface Ended {
  readonly code: 0 | 2;
  readonly out: string;
  readonly err: string;
}

/** Reads a file as text, `-` from standard input; throws when it cannot. */
export type ReadFile = (path: string) => string;

/**
 * Runs `isp-panel` with these words. Pure but for the reading of files: no clock, no randomness, so that the same input
 * gives the same bytes. An error is one line on standard error and nothing on standard output.
 */
export async function runCommand(words: readonly string[], readFile: ReadFile): Promise<Ended> {
  const texts = wantsFrench(words) ? (await import('../i18n/fr/cli.ts')).cli : english;
  const [command, ...rest] = words;
  if (command === undefined || words.includes('--help') || words.includes('-h'))
    return {code: 0, out: usageText(texts), err: ''};
  const notices: string[] = [];
  const done = await (command === 'count'
    ? count(rest, readFile, notices, texts)
    : err({kind: 'unknown-command', command} as const));
  if (done.ok) return {code: 0, out: done.value, err: notices.join('')};
  return {code: 2, out: '', err: line(problemLine(done.error, texts))};
}

async function count(
  words: readonly string[],
  readFile: ReadFile,
  notices: string[],
  texts: typeof english,
): Promise<Result<string, CountProblem>> {
  const options = parseOptions(words);
  if (!options.ok) return options;
  const {file, explain: asked, csv, french} = options.value;
  const site = readSiteFile(options.value, readFile);
  if (!site.ok) return site;
  for (const {path, kind} of site.value.notices)
    notices.push(line(texts.notice[kind](options.value.configFile ?? '', path)));
  const text = open(file, readFile);
  if (!text.ok) return text;
  const found = readResources(text.value, file);
  if (!found.ok) return found;
  const input = await countInputOf(found.value, options.value, site.value.site);
  if (!input.ok) return input;
  const proof = countUse(input.value);
  if (csv) return ok(eventCsv(proof));
  if (asked === null) return ok(`${JSON.stringify(proof, null, 2)}\n`);
  const proofWords = await loadProofWords(french ? 'fr-CA' : 'en-CA');
  const said = explain(proof, input.value.config, asked, {cli: texts, proof: proofWords});
  return said === null ? err({kind: 'no-such-record', file, id: asked}) : ok(said);
}

function readSiteFile({configFile}: CountOptions, readFile: ReadFile): Result<ParsedSite, CountProblem> {
  if (configFile === null) return ok(parseSite({}));
  const text = open(configFile, readFile);
  if (!text.ok) return text;
  const json = parseJson(text.value.replace(/^\uFEFF/, ''));
  if (json === undefined) return err({kind: 'not-json', file: configFile, line: null});
  return isPlainObject(json) ? ok(parseSite(json)) : err({kind: 'not-a-site', file: configFile});
}

function open(file: string, readFile: ReadFile): Result<string, CountProblem> {
  try {
    return ok(readFile(file));
  } catch {
    return err({kind: 'cannot-open', file});
  }
}

/** How each option is written; what it does is said in words. */
const OPTIONS = {
  asOf: '--as-of DATE',
  index: '--index DATE',
  zone: '--zone ZONE',
  config: '--config FILE',
  patient: '--patient ID',
  csv: '--csv',
  explain: '--explain ID',
  lang: '--lang en|fr',
} as const;

function usageText({usage}: typeof english): string {
  const options = Object.entries(OPTIONS).map(
    ([name, option]) => `  ${option.padEnd(16)}${usage.options[name as keyof typeof OPTIONS]}`,
  );
  return `${[usage.call, '', usage.lead, usage.file, '', ...options].join('\n')}\n`;
}

/** One line, whatever a file is called. */
function line(text: string): string {
  return `isp-panel: ${text.replaceAll(/[\r\n]+/g, ' ')}\n`;
}
