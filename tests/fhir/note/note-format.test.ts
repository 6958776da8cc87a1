import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {decodeNote, encodeNote, noteFormats} from '../../../src/fhir/note/note-format.ts';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

describe('the text of a note as an attachment', () => {
  const text = 'PLAN\nÉlise & "Rose" <b>x</b>\n\n   | goes on\n';

  for (const format of noteFormats) {
    it(`comes back from ${format.contentType}, ${format.type[0]}`, () => {
      const read = decodeNote(format.contentType, encodeNote(text, 'Plan <1>', format));
      assert.equal(read?.trimEnd(), text.trimEnd());
    });
  }

  const cases: readonly (readonly [
    name: string,
    type: string | null,
    source: string,
    read: string | null,
  ])[] = [
    ['a type that is not said is text', null, 'a', 'a'],
    ['a type in capitals, with a parameter', 'Text/Plain; charset=utf-8', 'a', 'a'],
    ['HTML without a body', 'text/html', 'a<br>b', 'a\nb'],
    ['paragraphs and rows', 'text/html', '<p>a</p><table><tr><td>b</td></tr></table>', 'a\nb\n'],
    ['line breaks of the source', 'text/html', 'a\r\nb\nc', 'a b c'],
    ['named characters', 'text/html', '&lt;&amp;&gt;&quot;&apos;&nbsp;', '<&>"\'\u00a0'],
    ['a name that is none', 'text/html', '&what;', '&what;'],
    ['numbers', 'text/html', '&#233;&#xE9;', 'éé'],
    ['a number beyond all characters', 'text/html', 'a&#9999999;b', 'ab'],
    ['a picture', 'image/png', 'a', null],
    ['a PDF', 'application/pdf', 'a', null],
  ];
  for (const [name, type, source, read] of cases) {
    it(`is read: ${name}`, () => assert.equal(decodeNote(type, base64(source)), read));
  }

  it('is nothing where the data is no base64', () => {
    assert.equal(decodeNote('text/plain', '*not base64*'), null);
  });

  it('is read over the line breaks that some systems put into the data', () => {
    assert.equal(decodeNote('text/plain', base64('abcdef').replace(/.{4}/u, '$&\r\n')), 'abcdef');
  });
});
