import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {printNote} from '../../../src/domain/note/print-note.ts';
import {readNote} from '../../../src/domain/note/read-note.ts';
import {note} from './random-notes.ts';

test('what is read back is what was written, whatever was typed', () => {
  fc.assert(
    fc.property(note, (written) => {
      const read = readNote(printNote(written));
      assert.deepEqual(read, {note: structuredClone(written), intact: true, unread: []});
    }),
    {numRuns: 1000},
  );
});

test('a host that trims line ends, or sends other line ends, changes nothing that was said', () => {
  fc.assert(
    fc.property(note, fc.constantFrom('\n', '\r\n'), (written, end) => {
      const kept = printNote(written)
        .split('\n')
        .map((line) => line.trimEnd())
        .join(end);
      const read = readNote(kept);
      assert.ok(read?.intact);
      assert.equal(read.note.goals.length, written.goals.length);
      assert.equal(read.note.team.length, written.team.length);
    }),
    {numRuns: 500},
  );
});

test('whatever is read, nothing throws, and no line is lost without a word', () => {
  fc.assert(
    fc.property(note, fc.string({unit: 'binary'}), fc.nat(), (written, put, at) => {
      const lines = printNote(written).split('\n');
      lines.splice(at % lines.length, 0, put);
      readNote(lines.join('\n'));
    }),
    {numRuns: 1000},
  );
});
