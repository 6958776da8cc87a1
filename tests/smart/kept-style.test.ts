import assert from 'node:assert/strict';
import {it} from 'node:test';
import {keepStyle, keptStyle} from '../../launch/kept-style.ts';

const url = 'https://ehr.example.org/style.json';
const day = 24 * 60 * 60 * 1000;

function storage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
  };
}

it('keeps the look of a record for a day, by its address', () => {
  const place = storage();
  keepStyle(place, url, {color_text: '#111'}, 0);
  assert.deepEqual({...keptStyle(place, url, day - 1)}, {color_text: '#111'});
  assert.equal(keptStyle(place, url, day), null);
  assert.equal(keptStyle(place, `${url}?other`, 1), null);
});

it('does not believe a look from the future, or one that is broken', () => {
  const place = storage();
  keepStyle(place, url, {color_text: '#111'}, 1000);
  assert.equal(keptStyle(place, url, 999), null);
  for (const name of place.items.keys()) place.items.set(name, '{');
  assert.equal(keptStyle(place, url, 2000), null);
});

it('does without where the browser keeps nothing', () => {
  keepStyle(null, url, {}, 0);
  assert.equal(keptStyle(null, url, 1), null);
  const full = {
    setItem: () => {
      throw new Error('quota');
    },
  };
  keepStyle(full, url, {}, 0);
});
