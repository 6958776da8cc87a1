import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {reviewEvent} from '../../../src/app/take-away/review-event.ts';

const event = {
  uid: 'review-p1@isp-panel',
  day: '2027-02-16',
  title: 'Review',
  now: '2026-11-22T19:03:04.123Z',
};

test('an event of a whole day, by RFC 5545', () => {
  assert.equal(
    reviewEvent(event),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//isp-panel//review//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:review-p1@isp-panel',
      'DTSTAMP:20261122T190304Z',
      'DTSTART;VALUE=DATE:20270216',
      'SUMMARY:Review',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('signs that mean something in the format are escaped, so that no text can add a line (T17)', () => {
  const text = reviewEvent({...event, title: 'a,b;c\\d\r\nATTENDEE:x'});
  assert.match(text, /SUMMARY:a\\,b\\;c\\\\d\\nATTENDEE:x\r\n/u);
});

test('no line is longer than 75 bytes, and joined again they say the same', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', maxLength: 200}), (title) => {
      const text = reviewEvent({...event, title});
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      const joined = text.replaceAll('\r\n ', '');
      const written = title.replaceAll(/[\\,;]/gu, (sign) => `\\${sign}`).replaceAll(/\r?\n/gu, '\\n');
      assert.ok(joined.includes(`SUMMARY:${written}\r\n`));
    }),
  );
});
