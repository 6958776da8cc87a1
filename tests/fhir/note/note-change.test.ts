import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {IspNote} from '../../../src/domain/note/isp-note.ts';
import type {JsonObject} from '../../../src/fhir/json.ts';
import {withCrisis, withGoal, withPlan, withTeam} from '../../../src/fhir/note/note-change.ts';
import {CRISIS_ID, noteResources, PLAN_ID} from '../../../src/fhir/note/note-resources.ts';
import {toPlain} from '../../../src/fhir/write/raw-json.ts';
import {note} from '../../domain/note/random-notes.ts';

const place = {patientId: 'p1', zone: 'America/Toronto', today: () => '2026-11-22'};

/** The note after every resource of it was written back as it was read. */
function writtenBack(before: IspNote): IspNote {
  let after: IspNote | null = before;
  for (const {type, id, raw} of noteResources(before, 'p1')) {
    const json = toPlain(raw) as JsonObject;
    assert.ok(after);
    if (type === 'Goal') after = withGoal(after, Number(id.replace('note-g', '')), json);
    else if (type === 'CareTeam') after = withTeam(after, json, place);
    else if (id === PLAN_ID) after = withPlan(after, json, place);
    else if (id === CRISIS_ID) after = withCrisis(after, json);
  }
  assert.ok(after);
  return after;
}

test('what is read as resources and written back unchanged changes nothing any more', () => {
  fc.assert(
    fc.property(note, (random) => {
      const once = writtenBack(random);
      const twice = writtenBack(once);
      assert.deepEqual(twice, once);
      const versions = (one: IspNote): readonly string[] =>
        noteResources(one, 'p1').map(({id, version}) => `${id} ${version}`);
      assert.deepEqual(versions(twice), versions(once));
    }),
    {numRuns: 300},
  );
});

test('no goal, member or action gets lost on the way, and the words of a goal stay to the letter', () => {
  fc.assert(
    fc.property(note, (random) => {
      const after = writtenBack(random);
      assert.deepEqual(
        after.goals.map(({number, words}) => [number, words.text]),
        random.goals.map(({number, words}) => [number, words.text]),
      );
      assert.equal(after.team.length, random.team.length);
      const count = ({goals, otherActions}: IspNote): number =>
        goals.reduce((sum, {actions}) => sum + actions.length, otherActions.length);
      assert.equal(count(after), count(random));
    }),
    {numRuns: 300},
  );
});
