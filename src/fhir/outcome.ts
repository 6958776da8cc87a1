import type {Issue, Problem, ResourceName} from '../domain/problem.ts';
import {isObject, items, textOf, type Json} from './json.ts';

const severities = ['fatal', 'error', 'warning', 'information'] as const;

/** The issues of an OperationOutcome, in the server's own words; empty for anything else. */
export function issuesOf(body: Json | undefined): Issue[] {
  if (!isObject(body) || body['resourceType'] !== 'OperationOutcome') return [];
  return items(body['issue'])
    .filter(isObject)
    .slice(0, 50)
    .map((issue) => {
      const details = issue['details'];
      const expressions = items(issue['expression']);
      return {
        severity: severities.find((known) => known === issue['severity']) ?? 'error',
        code: textOf(issue['code']) ?? 'unknown',
        text: (isObject(details) ? textOf(details['text']) : null) ?? textOf(issue['diagnostics']),
        expressions: (expressions.length > 0 ? expressions : items(issue['location'])).filter(
          (place) => typeof place === 'string',
        ),
      };
    });
}

/** What the answer to one request means: null for success, else the problem. */
export function problemOfStatus(
  status: number,
  body: Json | undefined,
  what: ResourceName,
  path: string,
  retryAfterSeconds: number | null = null,
): Problem | null {
  if (status >= 200 && status < 300) return null;
  switch (status) {
    case 304:
      return null;
    case 401:
      return {kind: 'signed-out'};
    case 403:
      return {kind: 'forbidden', what};
    case 404:
      return {kind: 'not-found', what};
    case 410:
      return {kind: 'gone', what};
    case 409:
    case 412:
      return {kind: 'conflict', what};
    case 405:
    case 501:
      return {kind: 'unsupported', what, why: 'server'};
    case 408:
      return {kind: 'timeout'};
    case 429:
    case 503:
      return {kind: 'busy', retryAfterSeconds};
  }
  if (status >= 500) return {kind: 'server', status};
  if (status >= 400) return {kind: 'rejected', issues: issuesOf(body)};
  return {kind: 'unreadable', what, path: pathWithoutQuery(path)};
}

/** Failures that may pass when tried again. */
export function isPassing(problem: Problem): boolean {
  return ['offline', 'timeout', 'busy', 'server'].includes(problem.kind);
}

/** A FHIR path without its query, which can hold ids of the patient. */
export function pathWithoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? '';
}

/** Retry-After in seconds (a number or an HTTP date), or null. */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
