import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {siteCsp} from '../../src/config/csp.ts';
import {findIssuer} from '../../src/config/issuer.ts';
import {parseSite, readSite} from '../../src/config/site.ts';

const good = {
  issuers: [{iss: 'https://ehr.example/fhir', clientId: 'panel', tokenOrigins: ['https://login.example']}],
  zone: 'America/Montreal',
  language: 'fr-CA',
  counting: {mergeMinutes: 30, classMap: {'urn:x|A': 'ed-visit'}, recordsStart: '2021-04-01'},
  recognition: {planCategories: ['urn:x|psi'], hospitals: ['Organization/h1']},
  features: {write: false},
  drafts: 'tab',
  persist: 'memory',
  frameAncestors: ['self', 'https://chart.example'],
  httpCache: 'no-store',
};

describe('the site file', () => {
  it('is taken as written when everything is right', () => {
    const {site, notices} = parseSite(good);
    assert.deepEqual(notices, []);
    assert.equal(site.language, 'fr-CA');
    assert.equal(site.counting.mergeMinutes, 30);
    assert.deepEqual(site.counting.classMap, {'urn:x|A': 'ed-visit'});
    assert.equal(site.counting.stayGapHours, 7);
    assert.deepEqual(site.frameAncestors, ["'self'", 'https://chart.example']);
    assert.equal(site.issuers[0]?.fhirBase, 'https://ehr.example/fhir');
  });

  it('gives safe values and a notice for each value that is wrong', () => {
    const cases: readonly [unknown, string][] = [
      [{zone: 'Mars/Base'}, 'zone'],
      [{language: 'de'}, 'language'],
      [{persist: 'forever'}, 'persist'],
      [{authMode: 'iframe'}, 'authMode'],
      [{drafts: true}, 'drafts'],
      [{httpCache: 1}, 'httpCache'],
      [{features: {write: 'yes'}}, 'features.write'],
      [{features: []}, 'features'],
      [{counting: {mergeMinutes: -1}}, 'counting.mergeMinutes'],
      [{counting: {stayGapHours: 1.5}}, 'counting.stayGapHours'],
      [{counting: {recordsStart: 'last year'}}, 'counting.recordsStart'],
      [{counting: {typeMap: {a: 'party'}}}, 'counting.typeMap.a'],
      [{counting: {custom: {parts: []}}}, 'counting.custom'],
      [{counting: {custom: {parts: [], join: 'any', monts: 3}}}, 'counting.custom'],
      [{recognition: {planCategories: ['psi']}}, 'recognition.planCategories[0]'],
      [{recognition: {episodeTypes: ['urn:x|']}}, 'recognition.episodeTypes[0]'],
      // A blank word would be found in every role: everybody would be a case manager.
      [{recognition: {caseManagerRoles: [' ']}}, 'recognition.caseManagerRoles[0]'],
      [{recognition: {hospitals: 'Organization/h1'}}, 'recognition.hospitals'],
      [{practiceDate: '2026-02-30'}, 'practiceDate'],
      [{issuers: [7]}, 'issuers[0]'],
      [{issuers: [{clientId: 'panel'}]}, 'issuers[0].iss'],
      [{issuers: [{iss: 'https://ehr.example/fhir', clientId: ''}]}, 'issuers[0].clientId'],
      [{frameAncestors: ['*']}, 'frameAncestors[0]'],
      [{frameAncestors: ['https://*.example']}, 'frameAncestors[0]'],
      [{frameAncestors: ['https://a.example;sandbox']}, 'frameAncestors[0]'],
      [{frameAncestors: ["https://a.example; script-src 'unsafe-inline'"]}, 'frameAncestors[0]'],
      [{issuers: {}}, 'issuers'],
    ];
    for (const [raw, path] of cases) {
      const {site, notices} = parseSite(raw);
      assert.deepEqual(notices, [{path, kind: 'wrong-value'}]);
      assert.deepEqual(site, parseSite({}).site, path);
    }
  });

  it('adds nothing where it says nothing, and takes an absent day or criterion for none', () => {
    const {site, notices} = parseSite({practiceDate: null, counting: {custom: null, recordsStart: null}});
    assert.deepEqual(notices, []);
    assert.deepEqual(site, parseSite({}).site);
    assert.deepEqual(
      Object.values(site.recognition).flatMap((one) => Object.values(one)),
      [],
    );
  });

  it('names keys that it does not know', () => {
    assert.deepEqual(parseSite({...good, zoen: 'x', counting: {mergeMinuts: 3}}).notices, [
      {path: 'counting.mergeMinuts', kind: 'unknown-key'},
      {path: 'zoen', kind: 'unknown-key'},
    ]);
  });

  it('trusts no issuer that is not written like a browser writes it, is plain http elsewhere, or comes twice', () => {
    const bad = [
      'http://ehr.example/fhir',
      'https://user@ehr.example/fhir',
      'https://EHR.example/fhir',
      'https://ehr.example:443/fhir',
      'https://ehr.example/a/../fhir',
      'https://ehr.example/fhir?x=1',
      'https://ehr.example/fhir#x',
      'https://ehr.example/\u00e9',
      'https://*.example/fhir',
      'ftp://ehr.example/fhir',
      'ehr.example/fhir',
      '',
      null,
    ];
    for (const iss of bad) {
      assert.deepEqual(parseSite({issuers: [{iss, clientId: 'panel'}]}).site.issuers, [], String(iss));
    }
    assert.equal(parseSite({issuers: [...good.issuers, ...good.issuers]}).site.issuers.length, 1);
    assert.equal(
      parseSite({issuers: [{iss: 'http://127.0.0.1:4001/fhir', clientId: 'x'}]}).site.issuers.length,
      1,
    );
  });

  it('finds an issuer by its exact text, apart from a closing slash', () => {
    const {issuers} = parseSite(good).site;
    assert.ok(findIssuer(issuers, 'https://ehr.example/fhir'));
    assert.ok(findIssuer(issuers, 'https://ehr.example/fhir/'));
    for (const iss of [
      'https://ehr.example/fhir//',
      'https://ehr.example/',
      'https://EHR.example/fhir',
      '',
    ]) {
      assert.equal(findIssuer(issuers, iss), null, iss);
    }
  });

  it('never throws and always gives a whole site, whatever it is given (T16)', () => {
    const keys = [
      'issuers',
      'zone',
      'counting',
      'features',
      'frameAncestors',
      'persist',
      '__proto__',
      'constructor',
    ];
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(
        fc.constantFrom(...keys),
        fc.oneof(fc.anything(), fc.array(fc.dictionary(fc.string(), fc.anything()))),
      ),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const {site} = parseSite(raw);
        assert.deepEqual(Object.keys(site), Object.keys(parseSite(good).site));
        assert.doesNotMatch(siteCsp(site, 'index', {header: true}), /undefined|unsafe|\*/);
      }),
      {numRuns: 300},
    );
  });

  it('is read from the data block of the page, and is empty where there is none', () => {
    const page = (text: string | null) => ({
      getElementById: () => (text === null ? null : {textContent: text}),
    });
    assert.equal(readSite(page(JSON.stringify(good))).site.zone, 'America/Montreal');
    for (const text of [null, '', 'null', '[1]', '{"issuers":']) {
      assert.deepEqual(readSite(page(text)).notices, [{path: '', kind: 'unreadable'}]);
      assert.deepEqual(readSite(page(text)).site.issuers, []);
    }
  });
});

describe('the Content-Security-Policy', () => {
  const {site} = parseSite(good);

  it('lets the launch page ask the issuers only', () => {
    assert.equal(
      siteCsp(site, 'launch', {header: true}),
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "connect-src https://ehr.example; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'self' https://chart.example; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  it('lets the panel reach the FHIR base and the token endpoints, and leaves frame-ancestors to the header', () => {
    assert.equal(
      siteCsp(site, 'index', {header: false}),
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src https://ehr.example https://login.example; base-uri 'none'; form-action 'none'; " +
        "require-trusted-types-for 'script'; trusted-types lit-html",
    );
  });

  it('allows nothing where the site allows nothing', () => {
    const csp = siteCsp(parseSite({}).site, 'launch', {header: true});
    assert.match(csp, /connect-src 'none'/);
    assert.match(csp, /frame-ancestors 'none'/);
  });
});
