/** Why a launch did not end in an open chart. The caller has words for each. */
export type LaunchProblem =
  /** Launch page: the address names no record system. */
  | {readonly kind: 'no-issuer'}
  /** Launch page: it names one that the site does not list. Nothing was sent. */
  | {readonly kind: 'unknown-issuer'}
  /** The address carries parameters that only a forged launch would have, or one twice. Nothing was sent. */
  | {readonly kind: 'hostile-address'}
  /** The browser lets this page keep nothing: a new window helps when it is a frame. */
  | {readonly kind: 'storage-blocked'; readonly framed: boolean}
  | {readonly kind: 'framed-by-stranger'}
  /** Web Crypto is missing: the page did not come by https. */
  | {readonly kind: 'not-secure'}
  /** The record system did not answer: network, CORS or the server itself; the browser does not say which. */
  | {readonly kind: 'unreachable'}
  /** It does not say where to sign in. */
  | {readonly kind: 'no-endpoints'}
  /** It names a place to sign in that the site does not list, or another one than a moment ago. */
  | {readonly kind: 'foreign-endpoint'}
  /** It does not offer PKCE with S256. */
  | {readonly kind: 'no-pkce'}
  /** The record system refused (OAuth error). `uri` lies on a listed origin. */
  | {
      readonly kind: 'refused';
      readonly error: string;
      readonly description: string | null;
      readonly uri: string | null;
    }
  /** The answer belongs to no launch of this page, to one that is over, or was used before. */
  | {readonly kind: 'unknown-launch'}
  /** The token endpoint did not give a token; `error` is its OAuth code. */
  | {readonly kind: 'no-token'; readonly error: string | null}
  /** The id_token is not of this launch. */
  | {readonly kind: 'identity-unproven'}
  /** The record system named no patient. */
  | {readonly kind: 'no-patient'}
  /** The redirect address was opened by itself, or reloaded where nothing may be kept. */
  | {readonly kind: 'not-launched'}
  /** The access of this launch has ended. */
  | {readonly kind: 'expired'};
