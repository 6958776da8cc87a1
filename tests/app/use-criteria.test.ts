import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {criterionCards, ownCriterion} from '../../src/app/use-criteria.ts';
import type {CountInput} from '../../src/domain/count-use.ts';
import {defaultCountingConfig, type CustomCriterion} from '../../src/domain/counting-config.ts';
import type {ShortRecord} from '../domain/records.ts';
import {referenceUse, useOfShort} from './use-state.ts';

const ed = (id: string, start: string): ShortRecord => ({id, start});
const three = [ed('a', '2026-01-05'), ed('b', '2026-02-05'), ed('c', '2026-03-05')];
const failed = [{reason: 'failed'} as const];

function said(records: readonly ShortRecord[], preset: string, given: Partial<CountInput> = {}): string {
  const card = criterionCards(useOfShort(records, given).proof).find((each) => each.preset === preset);
  const standing = card?.standing;
  return standing?.said === 'cannot-tell' ? standing.why : (standing?.said ?? 'absent');
}

function custom(criterion: CustomCriterion): Partial<CountInput> {
  return {config: {...defaultCountingConfig, criterion: 'custom', custom: criterion}};
}

describe('the criteria', () => {
  it('of the reference patient: qc-integrated, qc-regional and ed10 are met, the site’s own stands first', () => {
    const cards = criterionCards(referenceUse().value.proof);
    const standing = Object.fromEntries(cards.map((card) => [card.preset, card.standing.said]));
    assert.equal(cards[0]?.preset, 'qc-integrated');
    assert.equal(ownCriterion(referenceUse().value.proof)?.preset, 'qc-integrated');
    assert.deepEqual(
      [standing['qc-integrated'], standing['qc-regional'], standing['ed10'], standing['ed5']],
      ['met', 'met', 'met', 'met'],
    );
  });

  const month: ShortRecord = ed('m', '2025-11');
  const cases: readonly (readonly [string, readonly ShortRecord[], string, Partial<CountInput>, string])[] = [
    ['one short of the number is not met', three, 'qc-integrated', {}, 'not-met'],
    ['nothing at all is not met', [], 'qc-integrated', {}, 'not-met'],
    ['exactly the number is met', [...three, ed('d', '2026-04-05')], 'qc-integrated', {}, 'met'],
    ['short and incomplete cannot be told', three, 'qc-integrated', {gaps: failed}, 'incomplete'],
    [
      'met stays met when something is missing',
      [...three, ed('d', '2026-04-05')],
      'qc-integrated',
      {gaps: failed},
      'met',
    ],
    [
      'a visit of uncertain date that would decide it cannot be told',
      [...three, month],
      'qc-integrated',
      {},
      'uncertain',
    ],
    [
      'a visit of uncertain date that would not decide it is not met',
      [three[0]!, month],
      'qc-integrated',
      {},
      'not-met',
    ],
    [
      'a contact of unknown kind that would decide it cannot be told',
      [...three, {...ed('u', '2026-05-05'), class: null}],
      'qc-integrated',
      {},
      'uncertain',
    ],
    [
      'the chronic condition that CONECT asks for is not seen in visits',
      three,
      'conect-invite',
      {},
      'chronic-condition',
    ],
    [
      'too few visits for CONECT are not met, whatever the conditions',
      three.slice(1),
      'conect-invite',
      {},
      'not-met',
    ],
    [
      'all of a site’s own parts: one met is not met',
      three,
      'custom',
      custom({
        parts: [
          {measure: 'edVisits', atLeast: 3, months: 12},
          {measure: 'stays', atLeast: 1, months: 12},
        ],
        join: 'all',
      }),
      'not-met',
    ],
    [
      'a part that looks back further than what is counted cannot be told when short',
      three,
      'custom',
      custom({parts: [{measure: 'edVisits', atLeast: 9, months: 36}], join: 'any'}),
      'incomplete',
    ],
    [
      'a part of 24 months is told from both years',
      three,
      'custom',
      custom({parts: [{measure: 'edVisits', atLeast: 9, months: 24}], join: 'any'}),
      'not-met',
    ],
    [
      'a part of 24 months is not told when the year before is missing',
      three,
      'custom',
      {
        ...custom({parts: [{measure: 'edVisits', atLeast: 9, months: 24}], join: 'any'}),
        gaps: [{reason: 'records-start', since: '2025-06-01'}],
      },
      'incomplete',
    ],
    [
      'a part of 12 months is told though the year before is missing',
      three,
      'qc-integrated',
      {gaps: [{reason: 'records-start', since: '2025-06-01'}]},
      'not-met',
    ],
    [
      'one incomplete part is enough that it cannot be told',
      three,
      'custom',
      {
        ...custom({
          parts: [
            {measure: 'edVisits', atLeast: 9, months: 6},
            {measure: 'stays', atLeast: 3, months: 12},
          ],
          join: 'any',
        }),
        gaps: [{reason: 'records-start', since: '2026-05-01'}],
      },
      'incomplete',
    ],
    [
      'a part of 6 months is told though the year is incomplete',
      three,
      'custom',
      {
        ...custom({parts: [{measure: 'edVisits', atLeast: 9, months: 6}], join: 'any'}),
        gaps: [{reason: 'records-start', since: '2026-05-01'}],
      },
      'not-met',
    ],
  ];
  for (const [name, records, preset, given, expected] of cases) {
    it(name, () => assert.equal(said(records, preset, given), expected));
  }

  it('says how the parts join only where that is known', () => {
    const join = (records: readonly ShortRecord[], how: 'any' | 'all'): unknown =>
      criterionCards(
        useOfShort(
          records,
          custom({
            parts: [
              {measure: 'edVisits', atLeast: 3, months: 12},
              {measure: 'stays', atLeast: 1, months: 12},
            ],
            join: how,
          }),
        ).proof,
      ).find(({preset}) => preset === 'custom')?.join;
    assert.deepEqual([join(three, 'any'), join(three, 'all'), join([], 'any')], ['any', 'all', null]);
    const [named] = criterionCards(useOfShort([]).proof);
    assert.equal(named?.join, 'any', 'one part of a named criterion is enough, met or not');
  });
});
