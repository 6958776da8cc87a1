import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readSiteSource} from '../../src/app/site-source.ts';
import {parseSite} from '../../src/config/site.ts';

const page = {baseURI: 'https://ehr.example/chart/1', origin: 'https://ehr.example'};

/** Reads from a server that answers so; also gives what was asked of it. */
async function read(address: string, answer: () => Response | Promise<Response>) {
  const asked: (readonly [url: string, init: RequestInit | undefined])[] = [];
  const parsed = await readSiteSource(address, page, (url, init) => {
    asked.push([url as string, init]);
    return Promise.resolve(answer());
  });
  return {parsed, asked};
}

const file = {zone: 'America/Halifax', counting: {onePerDay: true}, zoen: 1};
const unreadable = {...parseSite({}), notices: [{path: 'config-src', kind: 'unreadable'}]};

describe('a site file at an address of the page', () => {
  it('is read and checked like any other', async () => {
    const {parsed, asked} = await read('/isp-site.json', () => Response.json(file));
    assert.deepEqual(parsed, parseSite(file));
    assert.deepEqual(
      asked.map(([url, init]) => [url, init?.redirect, init?.credentials]),
      [['https://ehr.example/isp-site.json', 'error', 'same-origin']],
    );
  });

  it('may lie beside the page', async () => {
    const {asked} = await read('isp-site.json', () => Response.json({}));
    assert.equal(asked[0]?.[0], 'https://ehr.example/chart/isp-site.json');
  });

  for (const address of [
    'https://evil.example/isp-site.json',
    '//evil.example/isp-site.json',
    'https://ehr.example@evil.example/isp-site.json',
    'http://ehr.example/isp-site.json',
    'https://ehr.example:8443/isp-site.json',
    'data:application/json,{}',
    'blob:null/isp-site.json',
    'javascript:alert(1)',
    'https://[',
  ]) {
    it(`is not asked for from elsewhere: ${address}`, async () => {
      const {parsed, asked} = await read(address, () => Response.json(file));
      assert.deepEqual([parsed, asked], [unreadable, []]);
    });
  }

  const broken: readonly [what: string, answer: () => Response | Promise<Response>][] = [
    ['404', () => Response.json(file, {status: 404})],
    ['a page in its place', () => new Response('<!doctype html>')],
    ['a file that breaks off', () => new Response('{"zone":')],
    ['no answer, or a redirection', () => Promise.reject(new TypeError('failed'))],
  ];
  for (const [what, answer] of broken) {
    it(`leaves the defaults, and says so, on ${what}`, async () => {
      assert.deepEqual((await read('/isp-site.json', answer)).parsed, unreadable);
    });
  }
});
