import assert from 'node:assert/strict';
import {test} from 'node:test';
import {consentFor, mayShare, type ConsentRecord} from '../../../src/domain/follow-up/consent.ts';

const today = '2026-11-22';
const popote = {reference: 'Organization/o', name: 'Popote roulante'};

function consent(id: string, more: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    id,
    version: '1',
    active: true,
    answer: 'yes',
    parties: [popote],
    date: '2026-05-22',
    until: null,
    words: null,
    readOnly: null,
    ...more,
  };
}

const rows: readonly (readonly [
  name: string,
  consents: readonly ConsentRecord[],
  id: string | null,
  member?: {reference: string | null; name: string | null},
])[] = [
  ['none', [], null],
  ['one that names them', [consent('a')], 'a'],
  [
    'one among several who are named',
    [consent('a', {parties: [{reference: 'Organization/x', name: null}, popote]})],
    'a',
  ],
  ['one of somebody else', [consent('a', {parties: [{reference: 'Organization/x', name: 'X'}]})], null],
  ['the newest', [consent('a', {date: '2026-01-01'}), consent('b'), consent('c', {date: null})], 'b'],
  ['of one day the one with the last id', [consent('a'), consent('b')], 'b'],
  [
    'a reference goes before a name',
    [consent('a', {parties: [{reference: 'Organization/x', name: 'Popote roulante'}]})],
    null,
  ],
  [
    'the name where the record gives no reference',
    [consent('a', {parties: [{reference: null, name: ' popote  Roulante'}]})],
    'a',
  ],
  [
    'the name where the team gives no reference',
    [consent('a')],
    'a',
    {reference: null, name: 'Popote roulante'},
  ],
  ['another name', [consent('a')], null, {reference: null, name: 'Popote'}],
  [
    'nobody is not nobody',
    [consent('a', {parties: [{reference: null, name: null}]})],
    null,
    {reference: null, name: null},
  ],
  [
    'a reference without a name beside a name without a reference',
    [consent('a', {parties: [{reference: 'Organization/o', name: null}]})],
    null,
    {reference: null, name: 'Popote roulante'},
  ],
];
for (const [name, consents, id, member = popote] of rows) {
  test(`the consent for somebody: ${name}`, () => assert.equal(consentFor(consents, member)?.id ?? null, id));
}

const shares: readonly (readonly [name: string, given: Partial<ConsentRecord>, expected: boolean | null])[] =
  [
    ['yes', {}, true],
    ['no', {answer: 'no'}, false],
    ['not said', {answer: null}, null],
    ['withdrawn', {active: false}, false],
    ['until today', {until: today}, true],
    ['until yesterday', {until: '2026-11-21'}, false],
    ['until this month', {until: '2026-11'}, true],
    ['until last month', {until: '2026-10'}, false],
    ['until this year', {until: '2026'}, true],
    ['no, until next year', {answer: 'no', until: '2027-01-01'}, false],
  ];
for (const [name, given, expected] of shares) {
  test(`whether something may be shared: ${name}`, () =>
    assert.equal(mayShare(consent('a', given), today), expected));
}
