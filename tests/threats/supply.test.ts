import assert from 'node:assert/strict';
import {readFileSync, globSync} from 'node:fs';
import {describe, it} from 'node:test';
import {requestedScopes} from '../../src/smart/scopes.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

describe('what the panel is made of', () => {
  const own = JSON.parse(read('package.json')) as {dependencies: Readonly<Record<string, string>>};
  const {packages} = JSON.parse(read('package-lock.json')) as {packages: Readonly<Record<string, Locked>>};
  const locked = Object.entries(packages).filter(
    ([path, {link}]) => path.startsWith('node_modules/') && !link,
  );

  it('is few packages, each named in the decision on packages, pinned by its hash (T25)', () => {
    const decision = read('docs/decisions/0007-dependencies.md').split('Development:')[0] ?? '';
    const direct = Object.keys(own.dependencies);
    assert.ok(direct.length <= 5, direct.join());
    for (const name of direct) assert.ok(decision.includes(name), `${name} is named in no decision`);
    const shipped = locked.filter(([, {dev}]) => !dev).map(([path]) => path.slice('node_modules/'.length));
    assert.ok(shipped.length <= 10, shipped.join());
    for (const [path, {integrity}] of locked) assert.match(integrity ?? '', /^sha512-/u, path);
  });

  it('runs no code of a package while it is installed (T25)', () => {
    assert.match(read('.npmrc'), /^ignore-scripts=true$/mu);
    assert.match(read('scripts/browser/.npmrc'), /^ignore-scripts=true$/mu);
    const shipped = locked.filter(([, {dev, hasInstallScript}]) => !dev && hasInstallScript);
    assert.deepEqual(shipped, []);
  });
});

describe('the scopes that are asked for', () => {
  const sources = globSync('src/{app,fhir,domain}/**/*.ts').map(read).join('\n');
  const wanted = requestedScopes({
    version: 'v2',
    write: true,
    ehrLaunch: true,
    online: true,
    appState: false,
  }).split(' ');
  const granted = wanted.flatMap((scope) => {
    const [, level = '', type = '', rights = ''] = /^(patient|user)\/([^.]+)\.(.+)$/u.exec(scope) ?? [];
    return type ? [{level, type, rights}] : [];
  });

  it('are those of the types that the code names, no wildcard, no right to delete (T23)', () => {
    assert.ok(granted.length > 10);
    for (const {type, rights} of granted) {
      assert.match(type, /^[A-Z][A-Za-z]+$/u);
      assert.doesNotMatch(rights, /[d*]/u, type);
      assert.ok(sources.includes(`'${type}'`), `no code names ${type}`);
    }
    assert.deepEqual(new Set(wanted).size, wanted.length);
  });

  it('write only what some code writes (T23)', () => {
    const written = granted.filter(({rights}) => /[cu]/u.test(rights)).map(({type}) => type);
    for (const type of written)
      assert.match(
        sources,
        new RegExp(`'(?:create|update)${type}'|\\b(?:create|update)${type}\\b`, 'u'),
        type,
      );
    assert.deepEqual(
      granted.filter(({level, rights}) => level === 'user' && /[cu]/u.test(rights)),
      [],
    );
  });
});
