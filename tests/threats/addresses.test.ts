import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  completeLaunch,
  FakeEhr,
  iss,
  launchUrl,
  panel,
  site,
  startLaunch,
  Tab,
} from '../smart/fake-browser.ts';

// Addresses that try to send people elsewhere, or to change what the site has decided.

const names = fc.constantFrom(
  'redirect',
  'redirect_uri',
  'next',
  'url',
  'returnTo',
  'goto',
  'dest',
  'target',
  'callback',
  'RelayState',
  'authMode',
  'frameAncestors',
  'zone',
  'counting',
  'features',
  'features.write',
  'persist',
  'drafts',
  'issuers',
  'practiceDate',
  'httpCache',
  'config',
  'site',
  'scope',
  'aud',
  'client_id',
  '__proto__',
  'constructor',
  'x',
);
const values = fc.constantFrom(
  'https://evil.example/',
  '//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '\\\\evil.example',
  'popup',
  'false',
  '[]',
  '{"write":true}',
  '*',
  '',
);
const parameters = fc.array(fc.tuple(names, values), {minLength: 1, maxLength: 4});

describe('an address with more parameters than a chart gives', () => {
  it('leads to the sign-in page of the listed issuer or nowhere, and changes no setting (T20, T28)', async () => {
    let left = 0;
    await fc.assert(
      fc.asyncProperty(parameters, async (more) => {
        const given = site({features: {write: false}});
        const before = JSON.stringify(given);
        const url = new URL(launchUrl);
        for (const [name, value] of more) url.searchParams.append(name, value);
        const frame = new Tab().frame(url.href);
        const ehr = new FakeEhr();
        const problem = await startLaunch(frame, given, ehr.options);
        assert.equal(JSON.stringify(given), before);
        assert.ok(ehr.sent.every((sent) => new URL(sent.url).host === 'ehr.example'));
        if (problem) return assert.deepEqual([problem.kind, frame.assigned], ['hostile-address', []]);
        left += 1;
        const [went, ...others] = frame.assigned.map((address) => new URL(address));
        assert.equal(others.length, 0);
        assert.equal(`${went?.origin}${went?.pathname}`, 'https://login.example/authorize');
        const query = went?.searchParams;
        assert.deepEqual(
          ['redirect_uri', 'client_id', 'aud', 'launch'].map((name) => query?.getAll(name)),
          [[`${panel}/index.html`], ['panel-1'], [iss], ['xyz']],
        );
        assert.doesNotMatch(query?.get('scope') ?? '', /\.c|write|evil/u);
      }),
      {numRuns: 500, seed: 20_261_122},
    );
    assert.ok(left > 50, `${left} launches went on`);
  });

  it('on the redirect page is no launch, is left behind, and leads nowhere (T20, T28)', async () => {
    await fc.assert(
      fc.asyncProperty(parameters, async (more) => {
        const url = new URL(`${panel}/index.html`);
        for (const [name, value] of more) url.searchParams.append(name, value);
        const frame = new Tab().frame(url.href);
        const ehr = new FakeEhr();
        const result = await completeLaunch(frame, site(), ehr.options);
        assert.equal(result.ok, false);
        assert.equal(frame.location.href, `${panel}/index.html`);
        assert.deepEqual([frame.assigned, ehr.sent], [[], []]);
      }),
      {numRuns: 300, seed: 20_261_122},
    );
  });
});
