/** What a scope may allow, by the letters of SMART App Launch 2: create, read, update, delete, search. */
export type Right = 'c' | 'r' | 'u' | 'd' | 's';

interface Scope {
  readonly type: string;
  readonly rights: string;
  /** Search parameters that narrow the scope to some records; null when it covers all. */
  readonly query: URLSearchParams | null;
}

const shape = /^(?:patient|user)\/(\*|[A-Za-z]+)\.(\*|read|write|[cruds]+)(?:\?(.*))?$/;
const versionOne: Readonly<Record<string, string>> = {read: 'rs', write: 'cud', '*': 'cruds'};

/** The granted scopes of resources, in either version; whatever else stands in the list is passed over. */
export function parseScopes(granted: string): readonly Scope[] {
  return granted.split(/\s+/).flatMap((text) => {
    const match = shape.exec(text);
    if (!match) return [];
    const [, type = '', rights = '', query] = match;
    return [{type, rights: versionOne[rights] ?? rights, query: query ? new URLSearchParams(query) : null}];
  });
}

/**
 * Whether scopes let a record of a type be written. A narrowed scope lets a new record through only when it has the
 * category (`system|code`) that the scope asks for; of records that are there, some may be changed, and the server says
 * which.
 */
export function allows(
  scopes: readonly Scope[],
  type: string,
  right: Right,
  categories: readonly string[] = [],
): boolean {
  return scopes.some((scope) => {
    if ((scope.type !== type && scope.type !== '*') || !scope.rights.includes(right)) return false;
    if (scope.query === null || right !== 'c') return true;
    const keys = new Set(scope.query.keys());
    return [...keys].every(
      (key) =>
        key === 'category' &&
        scope.query?.getAll(key).every((value) => value.split(',').some((one) => categories.includes(one))),
    );
  });
}
