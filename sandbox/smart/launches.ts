import {randomBytes} from 'node:crypto';
import {ClientChecks} from './client-checks.ts';

/** What a launch may be set to. */
export interface LaunchOptions {
  readonly encounterId?: string;
  /** Default true. */
  readonly needPatientBanner?: boolean;
  readonly intent?: string;
  /** Names the style file of this record (`smart_style_url`); default off, so that the panel has its own look. */
  readonly hostStyle?: boolean;
  /** Life of access tokens in seconds (default 600). */
  readonly tokenLife?: number;
  readonly fhirContext?: readonly {readonly reference: string; readonly role?: string}[];
  /** Shows a page that asks before it lets the app in; default off for EHR launches. */
  readonly ask?: boolean;
  /** Scopes that are not granted: whole scopes or beginnings (`patient/Goal.`). */
  readonly denyScopes?: readonly string[];
  /** Leaves `scope` out of the token response. */
  readonly omitScope?: boolean;
  /** Leaves `expires_in` out of the token response. */
  readonly omitExpiresIn?: boolean;
}

/** One launch of the panel: on one patient, by one user, in one record system. */
export interface Launch {
  /** Names the launch in the log and on the checks page. */
  readonly id: string;
  /** The `launch` parameter; null for a standalone launch. */
  readonly token: string | null;
  readonly personality: string;
  /** Null until a standalone launch's person has picked. */
  patientId: string | null;
  readonly user: string;
  readonly options: LaunchOptions;
  readonly createdAt: number;
  used: boolean;
  readonly checks: ClientChecks;
}

const TOKEN_LIFE_MS = 10 * 60_000;

/** All launches of this run. */
export class Launches {
  readonly list: Launch[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  add(personality: string, patientId: string | null, user: string, options: LaunchOptions = {}): Launch {
    const launch: Launch = {
      id: `L${this.list.length + 1}`,
      token: patientId === null ? null : randomBytes(18).toString('base64url'),
      personality,
      patientId,
      user,
      options,
      createdAt: this.#now().getTime(),
      used: false,
      checks: new ClientChecks(),
    };
    this.list.push(launch);
    return launch;
  }

  /** The launch of a `launch` parameter, while it lasts; it can be used once. */
  byToken(token: string): Launch | undefined {
    const launch = this.list.find((one) => one.token === token);
    if (launch === undefined || this.#now().getTime() - launch.createdAt > TOKEN_LIFE_MS) return undefined;
    return launch;
  }

  byId(id: string): Launch | undefined {
    return this.list.find((one) => one.id === id);
  }
}
