import type {CountingConfig} from '../domain/counting-config.ts';
import type {FollowUpWindows} from '../domain/follow-up/windows.ts';
import type {Recognition} from '../fhir/recognition.ts';
import {z} from '../fhir/schema/zod.ts';
import {parseCounting} from './counting-settings.ts';
import {parseFollowUp} from './follow-up-settings.ts';
import {webOrigin, type Issuer} from './issuer.ts';
import {parseIssuers} from './parse-issuers.ts';
import {isPlainObject, Reader, type SiteNotice} from './reader.ts';
import {parseRecognition} from './recognition-settings.ts';

/** What one installation decides; the content of `isp-site.json`, checked. Never read from the query string. */
export interface Site {
  /** The only record systems that the panel may be launched from. Compared exactly; empty means none. */
  readonly issuers: readonly Issuer[];
  /** IANA time zone in which days and months are counted. */
  readonly zone: string;
  /** Language when neither the host nor the launch says one. */
  readonly language: 'en-CA' | 'fr-CA';
  readonly counting: CountingConfig;
  /** Codes and words by which its plans, enrolments and case managers are recognized, beside the usual ones. */
  readonly recognition: Recognition;
  /** After how many days something of follow-up is due. */
  readonly followUp: Partial<FollowUpWindows>;
  readonly features: {
    /** False hides every way to change something, and asks for no write scope. */
    readonly write: boolean;
  };
  /** Where unsaved words are kept. */
  readonly drafts: 'memory' | 'tab' | 'host';
  /** Whether the access token survives a reload of its frame (`tab`: session storage, never a refresh token). */
  readonly persist: 'tab' | 'memory';
  /**
   * Where people sign in: `redirect` in the panel's own frame, `popup` in a window that a click opens, `auto` in its
   * frame unless the browser keeps nothing there.
   */
  readonly authMode: 'redirect' | 'popup' | 'auto';
  /** Origins of pages that may frame the panel; `'self'` is its own. Empty: it may not be framed. */
  readonly frameAncestors: readonly string[];
  /** HTTP cache mode of reads for display. */
  readonly httpCache: 'default' | 'no-store';
  /** For synthetic people only: the day taken for today, which the panel says all the time. Null everywhere else. */
  readonly practiceDate: string | null;
}

/** A checked site file and what was wrong with it. Wrong values were replaced by safe ones. */
export interface ParsedSite {
  readonly site: Site;
  readonly notices: readonly SiteNotice[];
  /** Paths of the keys that stand in the file, right or wrong (`zone`, `counting.onePerDay`): nothing else decides them. */
  readonly given: readonly string[];
}

const zone = z.string().check(z.refine(isZone));
const origin = z.pipe(
  z.string(),
  z.transform((text) => (text === 'self' ? "'self'" : text)),
);
const frameOrigin = z.pipe(origin, z.string().check(z.refine((text) => text === "'self'" || isOrigin(text))));

/**
 * Checks the content of a site file. Never throws: an unknown key is a notice, a wrong value becomes its safe default
 * and a notice (an issuer that cannot be read is not trusted, a frame origin that cannot be read may not frame).
 */
export function parseSite(raw: unknown): ParsedSite {
  const notices: SiteNotice[] = [];
  if (!isPlainObject(raw)) notices.push({path: '', kind: 'unreadable'});
  const file = isPlainObject(raw) ? raw : {};
  const reader = new Reader(file, '', notices);
  const features = reader.child('features');
  const site: Site = {
    issuers: parseIssuers(reader.list('issuers'), notices),
    zone: reader.value('zone', zone, 'America/Toronto'),
    language: reader.value('language', z.enum(['en-CA', 'fr-CA']), 'en-CA'),
    counting: parseCounting(reader.child('counting')),
    recognition: parseRecognition(reader.child('recognition')),
    followUp: parseFollowUp(reader.child('followUp')),
    features: {write: features.value('write', z.boolean(), true)},
    drafts: reader.value('drafts', z.enum(['memory', 'tab', 'host']), 'memory'),
    persist: reader.value('persist', z.enum(['tab', 'memory']), 'tab'),
    authMode: reader.value('authMode', z.enum(['redirect', 'popup', 'auto']), 'redirect'),
    frameAncestors: reader.items('frameAncestors', frameOrigin),
    httpCache: reader.value('httpCache', z.enum(['default', 'no-store']), 'default'),
    practiceDate: reader.value<string | null>('practiceDate', z.nullable(z.iso.date()), null),
  };
  features.finish();
  reader.finish();
  return {site, notices, given: pathsOf(file)};
}

/** The keys of a file, each of an inner object by itself. */
function pathsOf(file: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(file).flatMap(([key, value]) =>
    isPlainObject(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
  );
}

/** What a built page carries of its site: the text of its data block, which `launch/built-site.ts` reads. */
export function pageData({site, notices, given}: ParsedSite): string {
  return JSON.stringify({site, notices, given}).replaceAll('<', '\\u003c');
}

/** What `readSite` needs of a document. */
export interface DataBlockHolder {
  getElementById(id: string): {readonly textContent: string | null} | null;
}

/** Reads the site from the page's data block `<script type="application/json" id="isp-site">`. Never throws. */
export function readSite(document: DataBlockHolder): ParsedSite {
  const text = document.getElementById('isp-site')?.textContent ?? '';
  try {
    return parseSite(JSON.parse(text));
  } catch {
    return parseSite(undefined);
  }
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name});
    return true;
  } catch {
    return false;
  }
}

function isOrigin(text: string): boolean {
  return webOrigin(text) === text;
}
