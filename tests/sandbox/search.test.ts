import assert from 'node:assert/strict';
import {test} from 'node:test';
import {client, ids, issue, withSandbox} from './sandbox-session.ts';
import type {JsonObject} from '../../sandbox/json.ts';

const use = withSandbox();

const SEARCHES: readonly [what: string, path: string, expected: readonly string[]][] = [
  ['a patient by id', 'Encounter?patient=anna', ['e1', 'e2', 'e3']],
  ['a patient by reference', 'Encounter?subject=Patient/anna', ['e1', 'e2', 'e3']],
  ['a typed reference', 'Encounter?subject:Patient=anna', ['e1', 'e2', 'e3']],
  ['a code', 'Encounter?patient=anna&class=EMER', ['e1']],
  ['a list of codes', 'Encounter?patient=anna&class=EMER,IMP', ['e1', 'e2']],
  ['a code with its system', 'Encounter?class=http://terminology.hl7.org/CodeSystem/v3-ActCode|IMP', ['e2']],
  ['a code with another system', 'Encounter?class=http://example.org|IMP', []],
  ['a code without any system', 'Encounter?class=|IMP', []],
  ['all codes of a system', 'Goal?category=http://example.org/domain|', ['g2']],
  ['the status of goals', 'Goal?patient=anna&lifecycle-status=active,on-hold', ['g1']],
  ['all but one code', 'Goal?patient=anna&lifecycle-status:not=active', ['g2']],
  ['what has no value', 'Goal?patient=anna&category:missing=true', ['g1']],
  ['several ids', 'Encounter?_id=e1,e3', ['e1', 'e3']],
  ['a day that lies inside a period (eq needs the whole period)', 'Encounter?date=2026-02-11', []],
  ['the month that holds a period', 'Encounter?date=2026-02', ['e2']],
  ['periods that reach beyond an instant', 'Encounter?date=ge2026-02-14T16:59:59Z', ['e2', 'e3']],
  ['periods that end exactly then', 'Encounter?date=ge2026-02-14T17:00:01Z', ['e3']],
  ['periods that began before', 'Encounter?date=lt2026-02-10T15:00:00Z', ['e1']],
  ['periods that began by then', 'Encounter?date=le2026-02-10T15:00:00Z', ['e1', 'e2']],
  ['periods wholly after', 'Encounter?date=sa2026-02-09', ['e2', 'e3']],
  ['periods wholly before', 'Encounter?date=eb2026-02-10', ['e1']],
  ['a window from both sides', 'Encounter?date=ge2026-01-01&date=lt2026-02-01', ['e1']],
  ['an open period goes on', 'Encounter?date=gt2027', ['e3']],
  ['newest first', 'Encounter?patient=anna&_sort=-date', ['e3', 'e2', 'e1']],
  ['two keys', 'Encounter?patient=anna&_sort=status,-date', ['e3', 'e2', 'e1']],
];

for (const [what, path, expected] of SEARCHES) {
  test(`search finds ${what}`, async () => {
    const answer = await client(use())('GET', path);
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(ids(answer), expected);
    assert.equal(answer.body.total, expected.length);
  });
}

const REFUSED = [
  ['an unknown parameter', 'Goal?patient=anna&colour=red'],
  ['an unknown modifier', 'Goal?lifecycle-status:above=active'],
  ['a date that is none', 'Encounter?date=ge2026-13-01'],
  ['a sort key that is no parameter', 'Encounter?_sort=colour'],
  ['an include that is no reference', 'CareTeam?_include=CareTeam:status'],
  ['a count that is no number', 'Goal?_count=many'],
];

for (const [what, path] of REFUSED) {
  test(`search answers 400 with an OperationOutcome to ${what}`, async () => {
    const answer = await client(use())('GET', path as string);
    assert.equal(answer.status, 400);
    assert.equal(answer.body.resourceType, 'OperationOutcome');
    assert.equal(issue(answer).severity, 'error');
  });
}

test('the same search by POST _search gives the same entries', async () => {
  const ask = client(use());
  const posted = await ask('POST', 'Encounter/_search', {
    body: 'patient=anna&class=EMER,IMP',
    type: 'application/x-www-form-urlencoded',
  });
  assert.deepEqual(ids(posted), ['e1', 'e2']);
});

test('pages are linked by opaque next links that another patient’s token cannot follow', async () => {
  const ask = client(use());
  const seen: string[] = [];
  let next: string | undefined = 'Encounter?patient=anna&_count=1&_sort=date';
  let second: string | undefined;
  while (next !== undefined) {
    const answer = await ask('GET', next);
    seen.push(...ids(answer));
    next = (answer.body.link as JsonObject[]).find(({relation}) => relation === 'next')?.url as
      string | undefined;
    second ??= next;
  }
  assert.deepEqual(seen, ['e1', 'e2', 'e3']);
  assert.doesNotMatch(second ?? '', /patient|date|anna/);
  const other = await client(use(), undefined, 'bob')('GET', second as string);
  assert.equal(other.status, 410);
});

test('includes come once, as includes, and only within the scopes', async () => {
  const answer = await client(use())('GET', 'CareTeam?patient=anna&_include=CareTeam:participant');
  assert.deepEqual(ids(answer), ['t1']);
  assert.deepEqual(ids(answer, 'include'), ['doc']);
  const confined = await client(use(), 'patient/CareTeam.rs')(
    'GET',
    'CareTeam?_include=CareTeam:participant',
  );
  assert.deepEqual(ids(confined, 'include'), []);
});

test('Provenance comes by reverse include', async () => {
  const answer = await client(use())('GET', 'Goal?patient=anna&_revinclude=Provenance:target');
  assert.deepEqual(ids(answer, 'include'), ['p1']);
});

test('_elements marks what it cut as SUBSETTED', async () => {
  const answer = await client(use())('GET', 'Encounter?_id=e1&_elements=period');
  const [{resource}] = answer.body.entry as [{resource: JsonObject & {meta: {tag: JsonObject[]}}}];
  assert.deepEqual(Object.keys(resource).sort(), ['class', 'id', 'meta', 'period', 'resourceType', 'status']);
  assert.equal(resource.meta.tag[0]?.code, 'SUBSETTED');
});

test('_total=none leaves the total out', async () => {
  const answer = await client(use())('GET', 'Goal?_total=none');
  assert.equal('total' in answer.body, false);
});

test('_lastUpdated finds what was written since', async () => {
  const ask = client(use());
  const before = (await ask('GET', 'Goal/g1')).body.meta as JsonObject;
  assert.deepEqual(ids(await ask('GET', `Goal?_lastUpdated=gt${String(before.lastUpdated)}`)), ['g2']);
});
