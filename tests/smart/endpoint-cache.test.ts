import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {cachedEndpoints, rememberEndpoints} from '../../src/smart/endpoint-cache.ts';
import type {Endpoints} from '../../src/smart/endpoints.ts';
import {decodeBase64Url, encodeBase64Url} from '../../src/smart/base64url.ts';
import {userReference} from '../../src/smart/smart-context.ts';
import {launchUrl, site, Tab} from './fake-browser.ts';

const day = 86_400_000;
const endpoints: Endpoints = {
  authorize: 'https://login.example/a',
  token: 'https://login.example/t',
  issuer: null,
  s256: true,
  capabilities: ['permission-v2'],
};

function cache() {
  const tab = new Tab();
  const frame = tab.frame(launchUrl);
  const [issuer] = site().issuers;
  assert.ok(issuer);
  return {tab, frame, issuer};
}

describe('the cache of endpoints', () => {
  it('gives back what was read within the last day, and nothing older or from the future', () => {
    const {frame, issuer} = cache();
    rememberEndpoints(frame, issuer, 1000, endpoints);
    assert.deepEqual(cachedEndpoints(frame, issuer, 1000 + day - 1), endpoints);
    assert.equal(cachedEndpoints(frame, issuer, 1000 + day), null);
    assert.equal(cachedEndpoints(frame, issuer, 999), null);
    rememberEndpoints(frame, issuer, 1000, null);
    assert.equal(cachedEndpoints(frame, issuer, 1000), null);
  });

  it('is checked against the site again: foreign, damaged or without S256 is as if there was none', () => {
    const {tab, frame, issuer} = cache();
    for (const change of [
      {token: 'https://evil.example/t'},
      {authorize: 'javascript:alert(1)'},
      {token: ''},
      {s256: false},
    ]) {
      rememberEndpoints(frame, issuer, 1000, {...endpoints, ...change});
      assert.equal(cachedEndpoints(frame, issuer, 1000), null, JSON.stringify(change));
    }
    const [name = ''] = [...tab.local.entries.keys()];
    for (const text of ['', '{', '[]', '{"at":"1000"}']) {
      tab.local.setItem(name, text);
      assert.equal(cachedEndpoints(frame, issuer, 1000), null, text);
    }
  });

  it('never throws where storage is blocked', () => {
    const {frame, issuer} = cache();
    frame.blocked = true;
    rememberEndpoints(frame, issuer, 1000, endpoints);
    rememberEndpoints(frame, issuer, 1000, null);
    assert.equal(cachedEndpoints(frame, issuer, 1000), null);
  });
});

describe('base64url', () => {
  it('carries UTF-8 without padding, plus or slash, and refuses what is none', () => {
    for (const text of ['', 'é', 'Zoë 李 🩺', '>>>???', 'a'.repeat(100)]) {
      const encoded = encodeBase64Url(new TextEncoder().encode(text));
      assert.match(encoded, /^[\w-]*$/u);
      assert.equal(decodeBase64Url(encoded), text);
    }
    for (const text of ['%', 'a', '_w', '4pi']) assert.equal(decodeBase64Url(text), null, text);
  });
});

describe('the signed-in person', () => {
  it('is a reference of a person’s type, absolute or relative', () => {
    const table: [unknown, string | null][] = [
      ['Practitioner/1', 'Practitioner/1'],
      ['https://ehr.example/fhir/PractitionerRole/a.b-c', 'PractitionerRole/a.b-c'],
      ['Patient/1', 'Patient/1'],
      ['Person/1', 'Person/1'],
      ['RelatedPerson/1', 'RelatedPerson/1'],
      ['xPractitioner/1', null],
      ['Practitioner/1/_history/2', null],
      ['Practitioner/', null],
      ['Practitioner/a b', null],
      ['Organization/1', null],
      ['', null],
      [null, null],
    ];
    for (const [value, expected] of table) assert.equal(userReference(value), expected, String(value));
  });
});
