import type {Problem, ResourceName} from '../domain/problem.ts';
import {err, ok, type Result} from '../domain/result.ts';
import {isObject, parseJson, type Json, type JsonObject} from './json.ts';
import {Limiter} from './limiter.ts';
import {isPassing, issuesOf, pathWithoutQuery, problemOfStatus, retryAfterSeconds} from './outcome.ts';
import type {Timers} from './timers.ts';
import {TransportError, type Transport, type TransportRequest, type TransportResponse} from './transport.ts';

export type {Timers} from './timers.ts';

export interface FhirClientOptions {
  readonly transport: Transport;
  readonly patientId: string;
  readonly timers: Timers;
  /** From 0 to 1; spreads the repeats of many clients. */
  readonly random: () => number;
  /** For one attempt; 15,000 when absent. */
  readonly timeoutMs?: number;
  /** Requests at a time; 6 when absent, as browsers allow on HTTP/1.1. */
  readonly concurrency?: number;
  /** Told of each record of another patient, which is dropped. */
  readonly onOtherPatient?: (what: ResourceName) => void;
}

export interface ReadOptions {
  readonly what: ResourceName;
  readonly signal?: AbortSignal;
  /** `no-cache` where a fresh answer decides something; such reads go before those that wait. */
  readonly cache?: 'default' | 'no-cache';
}

/** A read that succeeded: the text as it came (decimals intact) and what it says. */
export interface ReadAnswer {
  readonly status: number;
  readonly text: string;
  readonly json: JsonObject;
}

export interface SendRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly what: ResourceName;
  readonly signal?: AbortSignal;
}

export interface SendOutcome {
  readonly status: number;
  readonly text: string;
  /** Null when the server sent no body. */
  readonly json: Json | null;
  header(name: string): string | null;
}

/** A write that did not succeed: `no` when it was certainly not carried out, else somebody has to look. */
export interface SendFailure {
  readonly problem: Problem;
  readonly applied: 'no' | 'unknown';
}

type Attempt = {readonly response: TransportResponse} | {readonly problem: Problem; readonly sent: boolean};

const waits = [500, 1000];
const longestWaitSeconds = 30;
const accept = 'application/fhir+json';

/**
 * The requests of one patient's chart over a Transport: time-outs, repeats of reads (never of writes), at most six at
 * a time, JSON, and every failure as a Problem.
 */
export class FhirClient {
  readonly patientId: string;
  readonly timers: Timers;
  #transport: Transport;
  readonly #random: () => number;
  readonly #timeoutMs: number;
  readonly #limiter: Limiter;
  readonly #onOtherPatient: (what: ResourceName) => void;
  /** Whether this server answers `POST [type]/_search`: not known until the first answer. */
  #post: 'unknown' | 'yes' | 'no' = 'unknown';
  #probe: Promise<boolean> | null = null;
  /** Facts that were learned of this server and hold for the session (which recipe worked, and so on). */
  readonly learned = new Map<string, number>();

  constructor(options: FhirClientOptions) {
    this.patientId = options.patientId;
    this.timers = options.timers;
    this.#transport = options.transport;
    this.#random = options.random;
    this.#timeoutMs = options.timeoutMs ?? 15_000;
    this.#limiter = new Limiter(options.concurrency ?? 6);
    this.#onOtherPatient = options.onOtherPatient ?? (() => undefined);
  }

  /** From now on everything goes through another transport, made of the present one. */
  divert(through: (inner: Transport) => Transport): void {
    this.#transport = through(this.#transport);
  }

  /** Says that a record of another patient came and was dropped. */
  reportOtherPatient(what: ResourceName): void {
    this.#onOtherPatient(what);
  }

  /**
   * Reads one address, with at most three tries (after 0.5 and 1 s with jitter, or after the server's Retry-After of up
   * to 30 s). `path` is relative to the FHIR base, or an absolute address inside it.
   */
  async get(path: string, options: ReadOptions): Promise<Result<ReadAnswer, Problem>> {
    return this.#read({method: 'GET', path, headers: {Accept: accept}}, options, waits.length);
  }

  /**
   * Searches with `POST [type]/_search`, which keeps patient ids out of addresses and needs one preflight for all
   * searches; with GET for the rest of the session once the server has shown that it does not do that.
   */
  async search(
    type: ResourceName,
    params: readonly (readonly [string, string])[],
    options: Omit<ReadOptions, 'what'> = {},
  ): Promise<Result<ReadAnswer, Problem>> {
    const read = {...options, what: type};
    const query = new URLSearchParams(params.map((pair) => [...pair])).toString();
    if (this.#post !== 'no') {
      const known = this.#post === 'yes';
      const request: TransportRequest = {
        method: 'POST',
        path: `${type}/_search`,
        headers: {Accept: accept, 'Content-Type': 'application/x-www-form-urlencoded'},
        body: query,
      };
      const posted = await this.#read(request, read, waits.length, known);
      if (posted.ok && (known || this.#post === 'yes' || this.#heard(posted.value.json))) {
        this.#post = 'yes';
        return posted;
      }
      // An answer of a search that is known to work stands; so does one that a GET could not better.
      if (!posted.ok && (known || !isRefusal(posted.error))) return posted;
    }
    const got = await this.get(`${type}?${query}`, read);
    if (got.ok && this.#post === 'unknown') this.#post = 'no';
    return got;
  }

  /** Sends a write once. It is never repeated here: who calls knows how to find out what became of it. */
  async send(request: SendRequest): Promise<Result<SendOutcome, SendFailure>> {
    const attempt = await this.#attempt(
      {
        method: request.method,
        path: request.path,
        headers: {
          Accept: accept,
          'Content-Type': accept,
          Prefer: 'return=representation',
          ...request.headers,
        },
        body: request.body,
      },
      request.signal,
    );
    if ('problem' in attempt) {
      return err({problem: attempt.problem, applied: attempt.sent ? 'unknown' : 'no'});
    }
    const {status, text} = attempt.response;
    const json = parseJson(text);
    const problem = await this.#problem(attempt.response, json, request);
    if (problem !== null) {
      const refused = status >= 400 && status < 500 && status !== 408;
      return err({problem, applied: refused ? 'no' : 'unknown'});
    }
    if (json === undefined && text.trim() !== '') {
      const path = pathWithoutQuery(request.path);
      return err({problem: {kind: 'unreadable', what: request.what, path}, applied: 'unknown'});
    }
    return ok({status, text, json: json ?? null, header: (name) => attempt.response.header(name)});
  }

  async #read(
    request: TransportRequest,
    options: ReadOptions,
    repeats: number,
    sure = true,
  ): Promise<Result<ReadAnswer, Problem>> {
    const {what, signal, cache = 'default'} = options;
    for (let repeat = 0; ; repeat += 1) {
      const attempt = await this.#limiter.run(
        () => this.#attempt(cache === 'default' ? request : {...request, cache}, signal),
        cache === 'no-cache',
      );
      let wait = (waits[repeat] ?? 0) * (1 + this.#random() / 2);
      let problem: Problem;
      if ('problem' in attempt) problem = attempt.problem;
      else {
        const {status, text} = attempt.response;
        const json = parseJson(text);
        const failure = await this.#problem(attempt.response, json, {
          ...request,
          what,
          ...(signal && {signal}),
        });
        if (failure === null) return readable(json, status, text, what, request.path);
        problem = failure;
        if (problem.kind === 'busy' && problem.retryAfterSeconds !== null) {
          if (problem.retryAfterSeconds > longestWaitSeconds) return err(problem);
          wait = Math.max(wait, problem.retryAfterSeconds * 1000);
        }
      }
      // While it is not known whether the server takes a search by POST, a refusal is answered with GET, not repeated.
      if (repeat >= repeats || !isPassing(problem) || (!sure && isRefusal(problem))) return err(problem);
      await this.timers.wait(wait, signal);
      if (signal?.aborted) return err({kind: 'cancelled'});
    }
  }

  async #attempt(request: TransportRequest, signal: AbortSignal | undefined): Promise<Attempt> {
    if (signal?.aborted) return {problem: {kind: 'cancelled'}, sent: false};
    const deadline = this.timers.deadline(this.#timeoutMs, signal);
    try {
      return {
        response: await unlessAborted(this.#transport.request({...request, signal: deadline}), deadline),
      };
    } catch (error) {
      const failure = error instanceof TransportError ? error.failure : 'network';
      if (failure === 'held-elsewhere' || failure === 'signed-out') {
        return {problem: {kind: failure}, sent: false};
      }
      if (signal?.aborted) return {problem: {kind: 'cancelled'}, sent: true};
      const kind = failure === 'network' ? 'offline' : 'timeout';
      return {problem: {kind}, sent: true};
    }
  }

  async #problem(
    response: TransportResponse,
    json: Json | undefined,
    request: {readonly path: string; readonly what: ResourceName; readonly signal?: AbortSignal},
  ): Promise<Problem | null> {
    const retryAfter = retryAfterSeconds(response.header('Retry-After'), this.timers.now());
    const problem = problemOfStatus(response.status, json, request.what, request.path, retryAfter);
    if (problem?.kind !== 'signed-out' || request.what === 'Patient') return problem;
    // Some servers answer 401 for one forbidden resource: only the patient's own record tells whether the session is over.
    this.#probe ??= this.#attempt(
      {method: 'GET', path: `Patient/${this.patientId}`, headers: {Accept: accept}, cache: 'no-cache'},
      request.signal,
    ).then((attempt) => {
      this.#probe = null;
      return 'response' in attempt && attempt.response.status < 300;
    });
    return (await this.#probe) ? {kind: 'forbidden', what: request.what} : problem;
  }

  /** True when the answer shows that the server read the form: it echoes it, or holds records of this patient. */
  #heard(bundle: JsonObject): boolean {
    const links = JSON.stringify(bundle['link'] ?? '');
    const entries = bundle['entry'];
    if (/[?&](patient|subject)=/.test(links)) return true;
    return Array.isArray(entries) && JSON.stringify(entries[0] ?? '').includes(`/${this.patientId}"`);
  }
}

function readable(
  json: Json | undefined,
  status: number,
  text: string,
  what: ResourceName,
  path: string,
): Result<ReadAnswer, Problem> {
  if (!isObject(json)) return err({kind: 'unreadable', what, path: pathWithoutQuery(path)});
  const issues = issuesOf(json);
  if (issues.some((issue) => issue.severity === 'error' || issue.severity === 'fatal')) {
    return err({kind: 'rejected', issues});
  }
  return ok({status, text, json});
}

/** Failures that a server (or the browser, for want of CORS) shows when it takes no search by POST. */
function isRefusal(problem: Problem): boolean {
  return !['timeout', 'busy', 'cancelled', 'signed-out', 'held-elsewhere'].includes(problem.kind);
}

/** Settles with the answer, or rejects when the signal fires first: a host's transport may not heed its signal. */
function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new TransportError('aborted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, {once: true});
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
