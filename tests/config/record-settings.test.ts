import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {withRecordSettings} from '../../src/config/record-settings.ts';
import {parseSite, type ParsedSite, type Site} from '../../src/config/site.ts';

/** What holds once a record system has said this, under a file with that. */
function settle(file: unknown, record: unknown): ParsedSite {
  return withRecordSettings(parseSite(file), record);
}

const usual = parseSite({}).site;
const followUp = {contactEveryDays: 7};

describe('settings of a record system under those of the site file', () => {
  const cases: readonly [
    what: string,
    file: Record<string, unknown>,
    record: Record<string, unknown>,
    holds: (site: Site) => unknown,
    expected: unknown,
  ][] = [
    ['one that the file leaves open', {}, {counting: {mergeMinutes: 30}}, (s) => s.counting.mergeMinutes, 30],
    [
      'one that the file decides',
      {counting: {mergeMinutes: 20}},
      {counting: {mergeMinutes: 30}},
      (s) => s.counting.mergeMinutes,
      20,
    ],
    [
      'one that the file decides as it usually is',
      {counting: {mergeMinutes: usual.counting.mergeMinutes}},
      {counting: {mergeMinutes: 30}},
      (s) => s.counting.mergeMinutes,
      usual.counting.mergeMinutes,
    ],
    [
      'another one of the same group',
      {counting: {onePerDay: true}},
      {counting: {mergeMinutes: 30, onePerDay: false}},
      (s) => [s.counting.mergeMinutes, s.counting.onePerDay],
      [30, true],
    ],
    [
      'one that the file has wrong is left at its default',
      {counting: {mergeMinutes: 'x'}},
      {counting: {mergeMinutes: 30}},
      (s) => s.counting.mergeMinutes,
      usual.counting.mergeMinutes,
    ],
    [
      'a map of the file as a whole',
      {counting: {siteNames: {HSE: 'A'}}},
      {counting: {siteNames: {XYZ: 'B'}}},
      (s) => s.counting.siteNames,
      {HSE: 'A'},
    ],
    [
      'a map that the file leaves open',
      {},
      {counting: {classMap: {'x|URG': 'ed-visit'}}},
      (s) => s.counting.classMap,
      {'x|URG': 'ed-visit'},
    ],
    [
      'a criterion of its own, which is two keys',
      {},
      {
        counting: {
          criterion: 'custom',
          custom: {parts: [{measure: 'edVisits', atLeast: 3, months: 6}], join: 'any'},
        },
      },
      (s) => [s.counting.criterion, s.counting.custom?.join],
      ['custom', 'any'],
    ],
    ['a window of follow-up', {}, {followUp}, (s) => s.followUp, followUp],
    [
      'a window that the file decides as it usually is',
      {followUp: {contactEveryDays: 14}},
      {followUp},
      (s) => s.followUp,
      {},
    ],
    [
      'codes',
      {recognition: {hospitals: ['H']}},
      {recognition: {hospitals: ['X'], planCategories: ['x|PSI']}},
      (s) => [s.recognition.hospitals, s.recognition.planCategories],
      [['H'], ['x|PSI']],
    ],
    ['that nothing is written', {}, {features: {write: false}}, (s) => s.features.write, false],
    [
      'writing, where the file has turned it off',
      {features: {write: false}},
      {features: {write: true}},
      (s) => s.features.write,
      false,
    ],
    ['the zone', {}, {zone: 'America/Halifax'}, (s) => s.zone, 'America/Halifax'],
    [
      'the zone of the file',
      {zone: 'America/Toronto'},
      {zone: 'America/Halifax'},
      (s) => s.zone,
      'America/Toronto',
    ],
    ['the language', {}, {language: 'fr-CA'}, (s) => s.language, 'fr-CA'],
  ];
  for (const [what, file, record, holds, expected] of cases) {
    it(what, () => {
      const settled = settle(file, record);
      assert.deepEqual(holds(settled.site), expected);
      assert.deepEqual(settled.notices, parseSite(file).notices);
    });
  }

  it('decides nothing of who may launch, frame, sign in and keep what', () => {
    const file = {issuers: [{iss: 'https://ehr.example/fhir', clientId: 'a'}], frameAncestors: ['self']};
    const record = {
      issuers: [{iss: 'https://evil.example/fhir', clientId: 'a'}],
      frameAncestors: ['https://evil.example'],
      authMode: 'popup',
      persist: 'memory',
      drafts: 'tab',
      httpCache: 'no-store',
      practiceDate: '2020-01-01',
      __proto__: {zone: 'Mars/Base'},
    };
    const settled = settle(file, record);
    assert.deepEqual(settled.site, parseSite(file).site);
    assert.deepEqual(
      settled.notices.map(({path}) => path),
      ['issuers', 'frameAncestors', 'authMode', 'persist', 'drafts', 'httpCache', 'practiceDate'].map(
        (key) => `smart-app-state: ${key}`,
      ),
    );
  });

  it('names what of it cannot be used, each beside those of the file', () => {
    const record = {
      zone: 'Mars/Base',
      counting: {mergeMinutes: 'x', minutes: 3},
      followUp: [],
      recognition: 7,
    };
    // That the file decides one key of a group takes no notice away.
    const {site, notices} = settle({drafts: 'everywhere', followUp: {endingDays: 30}}, record);
    assert.deepEqual(site, usual);
    assert.deepEqual(notices.map(({path, kind}) => `${path} ${kind}`).sort(), [
      'drafts wrong-value',
      'smart-app-state: counting.mergeMinutes wrong-value',
      'smart-app-state: counting.minutes unknown-key',
      'smart-app-state: followUp wrong-value',
      'smart-app-state: recognition wrong-value',
      'smart-app-state: zone wrong-value',
    ]);
  });

  it('is none when it is no object', () => {
    for (const raw of [null, 'text', 7, [1], undefined]) {
      const {site, notices} = settle({zone: 'America/Halifax'}, raw);
      assert.equal(site.zone, 'America/Halifax');
      assert.deepEqual(notices, [{path: 'smart-app-state', kind: 'unreadable'}]);
    }
  });

  it('whatever it says: what the file decides stays, and the rest is what the file may say', () => {
    const file = {
      zone: 'America/Halifax',
      counting: {onePerDay: true, siteNames: {A: 'B'}},
      followUp: {endingDays: 9},
    };
    const own = parseSite(file).site;
    const group = fc.dictionary(
      fc.constantFrom('onePerDay', 'siteNames', 'mergeMinutes', 'endingDays', 'write', '__proto__', 'x'),
      fc.jsonValue({maxDepth: 2}),
    );
    const key = fc.constantFrom(
      'zone',
      'counting',
      'followUp',
      'recognition',
      'features',
      'issuers',
      'drafts',
    );
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(group, fc.jsonValue({maxDepth: 3}))), (record) => {
        const {site} = settle(file, record);
        assert.equal(site.zone, own.zone);
        assert.equal(site.counting.onePerDay, true);
        assert.deepEqual(site.counting.siteNames, {A: 'B'});
        assert.equal(site.followUp.endingDays, 9);
        assert.deepEqual([site.issuers, site.drafts], [own.issuers, own.drafts]);
        assert.deepEqual(parseSite({counting: site.counting}).notices, []);
      }),
    );
  });
});
