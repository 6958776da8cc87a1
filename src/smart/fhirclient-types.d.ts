// The two functions of `fhirclient/lib/smart.js` that are used, and the surroundings they ask for. The package's own
// types bring Node's globals into browser code.

export interface Environment {
  readonly options: {readonly fullSessionStorageSupport: boolean; readonly replaceBrowserHistory: boolean};
  readonly security: {generatePKCEChallenge(): Promise<{codeChallenge: string; codeVerifier: string}>};
  readonly fhir: null;
  getUrl(): URL;
  getStorage(): {
    get(key: string): Promise<unknown>;
    set(key: string, value: unknown): Promise<unknown>;
    unset(key: string): Promise<boolean>;
  };
  redirect(to: string): void;
  atob(text: string): string;
}

export interface AuthorizeOptions {
  readonly iss: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly launch?: string;
  readonly stateKey: string;
  readonly pkceMode: 'required';
  readonly completeInTarget: true;
  readonly noRedirect: true;
}

export function authorize(environment: Environment, options: AuthorizeOptions): Promise<unknown>;

export function ready(
  environment: Environment,
  options: {readonly code: string; readonly stateKey: string},
): Promise<{readonly state: {readonly tokenResponse?: unknown}}>;
