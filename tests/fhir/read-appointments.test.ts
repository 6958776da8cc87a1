import assert from 'node:assert/strict';
import {test} from 'node:test';
import {upcoming} from '../../src/domain/follow-up/appointment.ts';
import {mapAppointment} from '../../src/fhir/map-appointment.ts';
import {readAppointments} from '../../src/fhir/read-appointments.ts';
import {asked, stage, type Resource} from './read-stage.ts';

const zone = 'America/Toronto';
const me = {actor: {reference: 'Patient/p1'}, status: 'accepted'};
const booked: Resource = {
  resourceType: 'Appointment',
  id: 'a1',
  status: 'booked',
  description: 'Heart failure clinic',
  start: '2026-11-24T09:00:00-05:00',
  participant: [
    me,
    {actor: {reference: 'Location/l', display: 'Room 4'}},
    {actor: {reference: 'Practitioner/d', display: 'Dr. Paul'}},
    {actor: {reference: 'Practitioner/e', display: 'Dr. No'}, status: 'declined'},
  ],
};
const read = {
  id: 'a1',
  day: '2026-11-24',
  at: '2026-11-24T09:00:00-05:00',
  what: 'Heart failure clinic',
  parties: ['Dr. Paul', 'Room 4'],
  agreed: true,
};

const cases: readonly [string, Resource, unknown][] = [
  ['booked', booked, read],
  ['asked for', {...booked, status: 'pending'}, {...read, agreed: false}],
  [
    'late in the evening of the day before',
    {...booked, start: '2026-11-24T03:00:00Z'},
    {...read, day: '2026-11-23', at: '2026-11-24T03:00:00Z'},
  ],
  [
    'by its service',
    {...booked, description: undefined, serviceType: [{text: 'Nursing'}]},
    {...read, what: 'Nursing'},
  ],
  ['without a reason', {...booked, description: undefined}, {...read, what: null}],
  ['cancelled', {...booked, status: 'cancelled'}, 'other'],
  ['missed', {...booked, status: 'noshow'}, 'other'],
  ['asked for without a time', {...booked, status: 'proposed', start: undefined}, 'other'],
  ['booked without a time', {...booked, start: undefined}, null],
  ['no id', {...booked, id: undefined as unknown as string}, null],
];
for (const [name, resource, expected] of cases) {
  test(`an appointment: ${name}`, () => {
    assert.deepEqual(mapAppointment(JSON.parse(JSON.stringify(resource)), zone), expected);
  });
}

async function readAll(resources: readonly Resource[]) {
  const {client, run, signal, transport, others} = stage(resources);
  const answer = await run(readAppointments(client, zone, '2026-11-22', signal));
  assert.ok(answer.ok);
  return {...answer.value, others, asked: asked(transport.requests)};
}

test('appointments of this patient are read; those of others are dropped and told, those of nobody are counted', async () => {
  const found = await readAll([
    booked,
    {...booked, id: 'theirs', participant: [{actor: {reference: 'Patient/p2'}}]},
    {...booked, id: 'group', participant: [{actor: {reference: 'Patient/p2', display: 'Somebody'}}, me]},
    {...booked, id: 'nobody', participant: [{actor: {reference: 'Practitioner/d'}}]},
  ]);
  assert.deepEqual(
    found.value.map(({id}) => id),
    ['a1', 'group'],
  );
  assert.deepEqual(found.value[1]?.parties, [], 'nobody else’s name is shown');
  assert.deepEqual(found.others, ['Appointment']);
  assert.deepEqual(found.gaps, [{reason: 'quarantined', what: 'Appointment', count: 1}]);
  assert.deepEqual(found.asked, ['Appointment date=ge2026-11-22 _count=50']);
});

test('the next one comes first, and what has passed is left out', () => {
  const at = (id: string, day: string, time: string | null = null) => ({...read, id, day, at: time});
  const list = [
    at('c', '2026-12-01'),
    at('a', '2026-11-22', '2026-11-22T15:00:00-05:00'),
    at('b', '2026-11-22', '2026-11-22T09:00:00-05:00'),
    at('x', '2026-11-21'),
  ];
  assert.deepEqual(
    upcoming(list, '2026-11-22').map(({id}) => id),
    ['b', 'a', 'c'],
  );
});
