import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readSmartStyle} from '../../src/smart/smart-style-file.ts';

const url = 'https://ehr.example.org/style.json';

/** What is read of an answer, and how it was asked for. */
async function read(answer: () => Response) {
  const asked: RequestInit[] = [];
  const style = await readSmartStyle(url, (_url, init) => {
    asked.push(init);
    return Promise.resolve().then(answer);
  });
  return {style, asked};
}

it('reads the colours and sizes of the host, and sends nothing along', async () => {
  const {style, asked} = await read(() => new Response('{"color_text": "#111"}'));
  assert.deepEqual({...style}, {color_text: '#111'});
  assert.equal(asked[0]?.credentials, 'omit');
  assert.equal(asked[0]?.redirect, 'error');
  assert.equal(asked[0]?.referrerPolicy, 'no-referrer');
  assert.equal(new Headers(asked[0]?.headers).get('authorization'), null);
});

for (const [what, answer] of [
  ['is not there', () => new Response('{}', {status: 404})],
  ['is no JSON', () => new Response('<html>')],
  ['is a list', () => new Response('[1]')],
  ['is far too long', () => new Response(`{"color_text": "${'a'.repeat(30_000)}"}`)],
  [
    'cannot be reached',
    () => {
      throw new Error('network');
    },
  ],
] as const) {
  it(`is nothing when the file ${what}`, async () => {
    assert.equal((await read(answer)).style, null);
  });
}
