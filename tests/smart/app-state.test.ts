import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseSite} from '../../src/config/site.ts';
import {TransportError, type TransportRequest} from '../../src/fhir/transport.ts';
import {withAppState} from '../../src/smart/app-state.ts';

const granted = 'launch patient/Patient.r user/Basic.s?code=urn:isp-panel|site-settings';
const file = parseSite({});
const settings = {counting: {mergeMinutes: 30}};

function basic(more: Record<string, unknown> = {}, texts: readonly string[] = [JSON.stringify(settings)]) {
  return {
    resourceType: 'Basic',
    id: 'b1',
    code: {coding: [{system: 'urn:isp-panel', code: 'site-settings'}]},
    extension: texts.map((valueString) => ({url: 'urn:isp-panel:site-settings', valueString})),
    ...more,
  };
}

const bundle = (resources: readonly unknown[], more: Record<string, unknown> = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({resource})),
  ...more,
});

/** A record system with one answer, and what was asked of it. */
function record(answer: unknown, status = 200) {
  const asked: TransportRequest[] = [];
  const transport = {
    request(request: TransportRequest) {
      asked.push(request);
      if (answer instanceof Error) return Promise.reject(answer);
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      return Promise.resolve({status, header: () => null, text});
    },
  };
  return {asked, transport};
}

describe('settings that the record system keeps for everybody', () => {
  it('are looked for by the code of the panel and without a subject, and are used', async () => {
    const {asked, transport} = record(bundle([basic()]));
    const {site, notices} = await withAppState({scopes: granted, transport}, file);
    assert.equal(site.counting.mergeMinutes, 30);
    assert.deepEqual(notices, []);
    assert.deepEqual(
      asked.map(({method, path}) => `${method} ${path}`),
      ['GET Basic?code=urn%3Aisp-panel%7Csite-settings&subject:missing=true'],
    );
  });

  it('are none where the search finds none: nothing is said', async () => {
    const outcome = {resourceType: 'OperationOutcome', issue: []};
    for (const answer of [bundle([]), {resourceType: 'Bundle', type: 'searchset'}, bundle([outcome])]) {
      const {transport} = record(answer);
      assert.equal(await withAppState({scopes: granted, transport}, file), file);
    }
  });

  const asking: readonly [scopes: string, asks: boolean][] = [
    [granted, true],
    ['launch user/Basic.rs', true],
    ['user/Basic.cruds', true],
    ['', false],
    ['launch patient/*.rs user/*.cruds', false],
    ['user/Basic.r?code=urn:isp-panel|site-settings', false],
    ['patient/Basic.rs', false],
    ['xuser/Basic.rs', false],
    ['user/Basic.read', false],
  ];
  for (const [scopes, asks] of asking) {
    it(`are ${asks ? '' : 'not '}looked for with the scopes "${scopes}"`, async () => {
      const {asked, transport} = record(bundle([basic()]));
      const settled = await withAppState({scopes, transport}, file);
      assert.equal(asked.length, asks ? 1 : 0);
      assert.equal(settled === file, !asks);
    });
  }

  const patient = {reference: 'Patient/1'};
  const other = {coding: [{system: 'urn:other', code: 'site-settings'}]};
  const unreadable: readonly [what: string, answer: unknown, status?: number][] = [
    ['403', {resourceType: 'OperationOutcome'}, 403],
    ['404', '', 404],
    ['an error of the server', '', 500],
    ['an error that holds some', bundle([basic()]), 503],
    ['an answer that breaks off', JSON.stringify(bundle([basic()])).slice(0, -9)],
    ['something else than a Bundle', basic()],
    ['a page', '<!doctype html>'],
    ['no answer', new TransportError('network')],
    ['an answer that does not come in time', new TransportError('timeout')],
    ['two of them', bundle([basic(), basic({id: 'b2'})])],
    ['one and more pages', bundle([basic()], {link: [{relation: 'next', url: 'x'}]})],
    ['an empty page and more', bundle([], {link: [{relation: 'next', url: 'x'}]})],
    ['one with a subject', bundle([basic({subject: patient})])],
    ['one with another code', bundle([basic({code: other})])],
    ['something else', bundle([{...basic(), resourceType: 'Observation'}])],
    ['one without text', bundle([basic({}, [])])],
    ['one with two texts', bundle([basic({}, ['{}', '{}'])])],
    ['a text that is no JSON', bundle([basic({}, ['{counting'])])],
    ['a text that is a list', bundle([basic({}, ['[1]'])])],
    ['more than 256 kB', bundle([basic({}, [JSON.stringify({...settings, x: 'x'.repeat(262_144)})])])],
  ];
  for (const [what, answer, status] of unreadable) {
    it(`are not used, and that is said, on ${what}`, async () => {
      const {transport} = record(answer, status);
      const settled = await withAppState({scopes: granted, transport}, file);
      assert.deepEqual(settled.site, file.site);
      assert.deepEqual(settled.notices, [{path: 'smart-app-state', kind: 'unreadable'}]);
    });
  }

  it('are waited for no longer than the signal lets', async () => {
    const hanging = {
      request: ({signal}: TransportRequest) =>
        new Promise<never>((_, reject) => {
          signal?.addEventListener('abort', () => reject(new TransportError('timeout')), {once: true});
        }),
    };
    const giveUp = new AbortController();
    const settling = withAppState({scopes: granted, transport: hanging}, file, giveUp.signal);
    giveUp.abort();
    assert.equal((await settling).notices[0]?.path, 'smart-app-state');
  });
});
