import {makeFilter} from '../fhir/filter.ts';
import type {Resource} from '../json.ts';

export type Right = 'c' | 'r' | 'u' | 'd' | 's';

interface Grant {
  readonly context: 'patient' | 'user';
  readonly type: string;
  readonly rights: string;
  readonly query: URLSearchParams | null;
}

const V1: Readonly<Record<string, string>> = {read: 'rs', write: 'cud', '*': 'cruds'};

/** Reads one scope of SMART v1 (`patient/Goal.read`) or v2 (`patient/Goal.rs?category=a|b`); null when it is no such. */
export function parseScope(scope: string): Grant | null {
  const match = /^(patient|user)\/([A-Za-z]+|\*)\.(read|write|\*|c?r?u?d?s?)(?:\?(.+))?$/.exec(scope);
  if (match === null || match[3] === '') return null;
  const [, context, type, rights, query] = match as unknown as [
    string,
    'patient' | 'user',
    string,
    string,
    string?,
  ];
  return {
    context,
    type,
    rights: V1[rights] ?? rights,
    query: query === undefined ? null : new URLSearchParams(query),
  };
}

/** What a token may do: every granted scope, really enforced. */
export class Permissions {
  readonly #grants: readonly Grant[];

  constructor(scopes: readonly string[]) {
    this.#grants = scopes.flatMap((scope) => parseScope(scope) ?? []);
  }

  /** True when some granted scope gives this right on this type, perhaps on a part of it only. */
  allows(type: string, right: Right, confined: boolean): boolean {
    return this.#matching(type, right, confined).length > 0;
  }

  /** True when this very resource falls under a granted scope; granular scopes look at its contents. */
  allowsResource(resource: Resource, right: Right, confined: boolean): boolean {
    const type = resource.resourceType;
    return this.#matching(type, right, confined).some(
      ({query}) =>
        query === null || [...query].every(([key, value]) => makeFilter(type, key, value)(resource)),
    );
  }

  /** Patient scopes reach only types that belong to a patient. */
  #matching(type: string, right: Right, confined: boolean): Grant[] {
    return this.#grants.filter(
      (grant) =>
        (grant.type === type || grant.type === '*') &&
        grant.rights.includes(right) &&
        (confined || grant.context === 'user'),
    );
  }
}
