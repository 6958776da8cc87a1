import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {PERSONALITIES} from '../../sandbox/fhir/personalities.ts';
import {withScopesTable} from '../../scripts/scopes-table.ts';

const headings = [
  'Register',
  'Redirect',
  'Scopes',
  'Issuer',
  'Frame',
  'Token life',
  'Writes',
  'Limits',
  'Tested on',
];
const read = (name: string): string => readFileSync(`docs/hosts/${name}`, 'utf8');
const section = (page: string, heading: string): string =>
  (page.split(`\n## ${heading}\n`)[1] ?? '').split('\n## ')[0] ?? '';
/** The sandbox's own: no vendor's. */
const own = ['open', 'readonly'];

describe('the pages on record systems', () => {
  for (const file of globSync('*.md', {cwd: 'docs/hosts'}).filter((name) => name !== 'README.md')) {
    it(`have the same nine headings: ${file}`, () => {
      const page = read(file);
      assert.deepEqual(
        [...page.matchAll(/^## (.*)$/gmu)].map(([, heading]) => heading),
        headings,
      );
      for (const heading of headings) assert.ok(section(page, heading).trim().length > 4, heading);
      assert.match(section(page, 'Tested on'), /\d{4}-\d\d-\d\d|not tested/u);
      assert.ok(read('README.md').includes(`(${file})`));
    });
  }

  for (const {name, tokens, interactions} of PERSONALITIES.filter((one) => !own.includes(one.name))) {
    it(`say what the sandbox plays: ${name}`, () => {
      const page = read(`${name}.md`);
      const seconds = tokens.life.toLocaleString('en');
      assert.ok(section(page, 'Token life').includes(`${seconds} s`), seconds);
      const creates = (type: string): boolean => interactions[type]?.includes('create') ?? false;
      const kept = creates('Goal')
        ? 'A plan is kept in the record'
        : creates('DocumentReference')
          ? 'A plan is kept as a note in Documents'
          : 'A plan is written in hand';
      assert.ok(section(page, 'Writes').includes(`**${kept}`), kept);
    });
  }

  it('list the scopes that the panel asks for, as the code has them', () => {
    const plain = (page: string): string => page.replace(/ +/gu, ' ').replace(/-{3,}/gu, '---');
    assert.equal(plain(read('README.md')), plain(withScopesTable(read('README.md'))));
  });
});
