import assert from 'node:assert/strict';
import {test} from 'node:test';
import {loadTakeAwayWords, type TakeAwayMessages} from '../../src/i18n/take-away-words.ts';

/** What the person's own copy says around their words, with ordinary values put in. */
function sentencesOf({mine}: TakeAwayMessages, date: string): readonly string[] {
  return Object.values({...mine, ...mine.crisisTopics})
    .flatMap((said) => (typeof said === 'string' ? [said] : typeof said === 'function' ? [said(date)] : []))
    .flatMap((text) => text.split(/(?<=[.:!?])\s+/u))
    .filter((text) => /\p{L}{2}/u.test(text));
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

/** Groups of vowels; in both languages a silent e at the end is none. */
function syllables(word: string): number {
  const bare = word.toLowerCase().replace(/(?<=[^aeiouyàâéèêëîïôûùœ])es?$/u, '');
  return Math.max(1, (bare.match(/[aeiouyàâéèêëîïôûùœ]+/gu) ?? []).length);
}

function measured(sentences: readonly string[]): {readonly perSentence: number; readonly perWord: number} {
  const words = sentences.flatMap(wordsOf);
  return {
    perSentence: words.length / sentences.length,
    perWord: words.reduce((sum, word) => sum + syllables(word), 0) / words.length,
  };
}

test('the person’s copy is at grade six or below in English (Flesch-Kincaid)', async () => {
  const {perSentence, perWord} = measured(sentencesOf(await loadTakeAwayWords('en-CA'), 'May 5'));
  const grade = 0.39 * perSentence + 11.8 * perWord - 15.59;
  assert.ok(grade <= 6, `grade ${grade.toFixed(1)}`);
});

test('the person’s copy is easy to read in French (Flesch by Kandel and Moles: 70 and more)', async () => {
  const {perSentence, perWord} = measured(sentencesOf(await loadTakeAwayWords('fr-CA'), '5 mai'));
  const ease = 207 - 1.015 * perSentence - 73.6 * perWord;
  assert.ok(ease >= 70, `ease ${ease.toFixed(0)}`);
});

for (const language of ['en-CA', 'fr-CA']) {
  test(`no sentence of the person’s copy has more than fifteen words: ${language}`, async () => {
    const long = sentencesOf(await loadTakeAwayWords(language), '5 mai 2027').filter(
      (text) => wordsOf(text).length > 15,
    );
    assert.deepEqual(long, []);
  });
}
