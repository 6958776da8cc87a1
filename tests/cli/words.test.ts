import assert from 'node:assert/strict';
import {test} from 'node:test';
import {AS_OF} from '../../fixtures/people.ts';
import type {UseProof} from '../../src/domain/use-proof.ts';
import {bundleOf, resourcesOf, run, visit} from './run.ts';

const reference = bundleOf(resourcesOf('reference'));
const usual = ['count', 'in', '--as-of', AS_OF, '--index', '2026-05-22'];

async function say(more: readonly string[], content: unknown = reference): Promise<readonly string[]> {
  const {code, out, err} = await run([...usual, ...more], {in: content});
  assert.deepEqual([code, err], [0, '']);
  return out.trimEnd().split('\n');
}

test('CSV has one line for each event, its names first', async () => {
  const {out} = await run([...usual, '--csv'], {in: reference});
  const lines = out.split('\r\n');
  assert.equal(
    lines[0],
    'id,kind,local_date,start,end,minutes,days,site,registrations,rules,flags,resources',
  );
  const proof = JSON.parse((await run(usual, {in: reference})).out) as UseProof;
  assert.equal(lines.length, proof.included.length + 2);
  assert.equal(lines.at(-1), '');
  assert.ok(
    lines.includes(
      'e07,ed-visit,2026-03-08,2026-03-08T01:45:00-05:00,2026-03-08T05:10:00-04:00,145,,A,1,,,Encounter/e07',
    ),
  );
  assert.ok(lines.includes('e21,stay,2026-11-20,2026-11-20T15:00:00-05:00,,,2,A,0,,ongoing,Encounter/e21'));
  assert.ok(
    lines.some((line) => line.startsWith('e16,') && line.endsWith('R8,,Encounter/e16 Encounter/e17')),
  );
});

test('a cell that a spreadsheet would run begins with an apostrophe; quotes and commas are kept', async () => {
  const sites = ['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', 'A, "B"', 'A\nB', 'A-1', 'A=1'];
  const visits = sites.map((display, n) =>
    visit(`v${n}`, `2026-03-${n + 10}`, {serviceProvider: {display, reference: 'Organization/o'}}),
  );
  const {out} = await run(['count', 'in', '--as-of', AS_OF, '--csv'], {in: visits});
  const found = [...out.matchAll(/^v\d+,ed-visit,[\d-]+,[\d-]+,,,,(.*?),1,,,Enc/gms)].map(([, site]) => site);
  assert.deepEqual(found, [
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    "'=1",
    "'=1",
    "'＝1",
    '"A, ""B"""',
    '"A\nB"',
    'A-1',
    'A=1',
  ]);
});

test('a transfer is explained with both its records and its rule', async () => {
  assert.deepEqual(await say(['--explain', 'e17']), [
    'Encounter/e17',
    'Counted as an ED visit on 2026-07-19, B.',
    'From 2026-07-19T16:00:00-04:00 to an end that is not recorded.',
    'Records: Encounter/e16, Encounter/e17.',
    'Registrations: 2.',
    'Counts in: last 12 months, last 6 months, follow-up.',
    'R8: A transfer from one ED to another is one visit with several registrations.',
  ]);
});

test('in French', async () => {
  assert.deepEqual(await say(['--explain', 'Encounter/e17', '--lang', 'fr']), [
    'Encounter/e17',
    'Compté comme visite à l’urgence le 2026-07-19, B.',
    'De 2026-07-19T16:00:00-04:00 à une fin non inscrite.',
    'Données\u00a0: Encounter/e16, Encounter/e17.',
    'Inscriptions\u00a0: 2.',
    'Compte dans\u00a0: 12\u00a0derniers mois, 6\u00a0derniers mois, après l’inscription.',
    'R8\u00a0: Un transfert d’une urgence à une autre est une visite avec plusieurs inscriptions.',
  ]);
});

test('what was left out says why, when, and for which record', async () => {
  assert.deepEqual(await say(['--explain', 'e09b']), [
    'Encounter/e09b',
    'Not counted, 2026-04-02: the same visit recorded twice, see Encounter/e09.',
    'R6: The same visit from two sources counts once.',
  ]);
});

test('a record of two events explains both; an event is explained by its own id', async () => {
  const both = await say(['--explain', 'e13']);
  assert.equal(both.filter((line) => line.startsWith('Counted as')).length, 2);
  assert.ok(both.includes('Counts in: last 12 months, baseline.'));
  assert.ok(both.includes('Length: 3 days.'));
  const one = await say(['--explain', 'e13/ed']);
  assert.deepEqual(one.slice(1, 4), [
    'Counted as an ED visit on 2026-05-10, A.',
    'From 2026-05-10T07:15:00-04:00 to 2026-05-10T09:27:00-04:00.',
    'Length: 132 minutes.',
  ]);
});

test('an ongoing stay, an event outside every period, a month, an option, unplaced, unreadable, other versions', async () => {
  assert.ok((await say(['--explain', 'e21'])).includes('Length: 2 days so far.'));
  assert.ok(
    (await say(['--explain', 'e21'])).includes(
      'From 2026-11-20T15:00:00-05:00 to an end that is not known yet.',
    ),
  );
  const odd = [
    visit('old', '2019-03-01'),
    visit('month', '2026-02', {serviceProvider: undefined}),
    visit('left', '2026-03-01', {hospitalization: {dischargeDisposition: {text: 'Left without being seen'}}}),
    visit('none', '', {period: {end: '2026-03-01'}}),
    visit('bad', 'soon'),
    visit('twice', '2026-03-05', {meta: {versionId: '1'}}),
    visit('twice', '2026-03-05', {meta: {versionId: '2'}}),
  ];
  assert.ok((await say(['--explain', 'old'], odd)).includes('Counts in no period of the proof.'));
  const month = await say(['--explain', 'month'], odd);
  assert.ok(month.includes('Counted as an ED visit on 2026-02, site not recorded.'));
  assert.ok(month.includes('Counts in: last 12 months, baseline.'));
  assert.deepEqual(await say(['--explain', 'none'], odd), [
    'Encounter/none',
    'It could not be placed.',
    'R21: A record without a start cannot be placed.',
  ]);
  assert.deepEqual(await say(['--explain', 'bad'], odd), [
    'Encounter/bad',
    'Could not be read: period.start (not a date).',
  ]);
  assert.ok(
    (await say(['--explain', 'twice'], odd)).includes(
      'same-id: Of several versions of one record the newest is read.',
    ),
  );
  const site = {counting: {lwbs: 'exclude'}};
  const {out} = await run([...usual, '--explain', 'left', '--config', 'site'], {in: odd, site});
  assert.match(out, /By an option of the site it is in the list and not in the number of ED visits\./);
  assert.doesNotMatch((await say(['--explain', 'left'], odd)).join('\n'), /By an option/);
});
