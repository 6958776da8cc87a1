// `node scripts/scopes-table.ts` writes the table of docs/hosts/README.md from the code that asks for the scopes; a test
// holds the two together.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {requestedScopes, type ScopeRequest} from '../src/smart/scopes.ts';

const PAGE = fileURLToPath(new URL('../docs/hosts/README.md', import.meta.url));
const START = '<!-- scopes: written by scripts/scopes-table.ts -->';
const END = '<!-- end of scopes -->';

const columns: readonly (readonly [name: string, request: ScopeRequest])[] = (['v2', 'v1'] as const).flatMap(
  (version) =>
    [true, false].map((write): readonly [string, ScopeRequest] => [
      `${version}, ${write ? 'writing' : 'reading only'}`,
      {version, write, ehrLaunch: true, online: true, appState: false},
    ]),
);

/** Every scope that the panel asks for, a line for each thing asked of, a column for each way to ask. */
export function scopesTable(): string {
  const asked = columns.map(([, request]) => requestedScopes(request).split(' '));
  const subjects = [...new Set(asked.flat().map(subjectOf))];
  const cell = (scopes: readonly string[], subject: string): string =>
    scopes
      .filter((scope) => subjectOf(scope) === subject)
      .map((scope) => `\`${scope}\``)
      .join(' ');
  return [
    `| | ${columns.map(([name]) => name).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...subjects.map(
      (subject) => `| ${subject} | ${asked.map((scopes) => cell(scopes, subject)).join(' | ')} |`,
    ),
  ].join('\n');
}

/** The resource type of a scope; launch and identity for the others. */
function subjectOf(scope: string): string {
  return /^(?:patient|user)\/([A-Za-z]+)\./u.exec(scope)?.[1] ?? 'launch and identity';
}

/** The page with the table as the code has it; blanks that line columns up are left to the formatter. */
export function withScopesTable(page: string): string {
  const [before = '', rest = ''] = page.split(START);
  const after = rest.split(END)[1] ?? '';
  return `${before}${START}\n\n${scopesTable()}\n\n${END}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(PAGE, withScopesTable(readFileSync(PAGE, 'utf8')));
}
