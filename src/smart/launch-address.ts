import {err, ok, type Result} from '../domain/result.ts';
import type {LaunchProblem} from './launch-problem.ts';

/** What the launch address says. */
export interface LaunchAddress {
  readonly iss: string;
  /** The EHR's launch token; null for a standalone launch. */
  readonly launch: string | null;
  readonly wishes: Wishes;
}

/** How the host wants the panel to look; kept with the launch, sent nowhere. */
export interface Wishes {
  readonly lang: string | null;
  readonly theme: 'light' | 'dark' | null;
}

/** What the redirect address says; null when it carries no answer. */
export type RedirectAnswer =
  | {readonly kind: 'code'; readonly state: string; readonly code: string; readonly iss: string | null}
  | {
      readonly kind: 'error';
      readonly state: string | null;
      readonly error: string;
      readonly description: string | null;
      readonly uri: string | null;
    };

const known = ['iss', 'launch', 'lang', 'theme'];

/** Parameters with which a link could try to replace what the site says; written without case and punctuation. */
const hostile = new Set([
  ...known,
  'fhirserviceurl',
  'serverurl',
  'patientid',
  'patient',
  'encounterid',
  'clientid',
  'clientsecret',
  'redirecturi',
  'redirect',
  'returnurl',
  'scope',
  'state',
  'code',
  'aud',
  'nonce',
  'token',
  'accesstoken',
  'idtoken',
  'tokenuri',
  'tokenendpoint',
  'authorizeuri',
  'authorizationendpoint',
  'statekey',
  'config',
  'site',
]);

/** Reads the launch address; everything but `iss`, `launch`, `lang` and `theme` is left behind. */
export function readLaunchAddress(href: string): Result<LaunchAddress, LaunchProblem> {
  const query = new URL(href).searchParams;
  for (const name of new Set(query.keys())) {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    const forged = hostile.has(plain) && !known.includes(name);
    if (forged || (known.includes(name) && query.getAll(name).length > 1))
      return err({kind: 'hostile-address'});
  }
  const iss = query.get('iss');
  const launch = query.get('launch');
  if (iss === null || iss === '') return err({kind: 'no-issuer'});
  if (launch === '') return err({kind: 'hostile-address'});
  return ok({iss, launch, wishes: readWishes(query)});
}

/** Reads what came back from the authorization server. */
export function readRedirectAnswer(href: string): Result<RedirectAnswer | null, LaunchProblem> {
  const query = new URL(href).searchParams;
  const [code, state, error] = ['code', 'state', 'error'].map((name) => query.get(name));
  if (['code', 'state', 'error', 'iss'].some((name) => query.getAll(name).length > 1)) {
    return err({kind: 'hostile-address'});
  }
  if (error) {
    const description = query.get('error_description');
    return ok({kind: 'error', state: state ?? null, error, description, uri: query.get('error_uri')});
  }
  if (!code && !state) return ok(null);
  if (!code || !state) return err({kind: 'unknown-launch'});
  return ok({kind: 'code', state, code, iss: query.get('iss')});
}

function readWishes(query: URLSearchParams): Wishes {
  const lang = query.get('lang');
  const theme = query.get('theme');
  return {
    lang: lang !== null && /^(en|fr)(-[a-z]{2})?$/i.test(lang) ? lang : null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
}
