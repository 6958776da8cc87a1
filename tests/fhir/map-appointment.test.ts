import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {mapAppointment} from '../../src/fhir/map-appointment.ts';

const zone = 'America/Toronto';
const booked = {resourceType: 'Appointment', id: 'a', status: 'booked', start: '2026-12-01T15:00:00Z'};
const actor = (reference: string | null, display: string | null, status = 'accepted') => ({
  status,
  actor: {...(reference && {reference}), ...(display && {display})},
});

describe('an appointment that is to come', () => {
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ['nothing', null, null],
    ['one without an id', {...booked, id: undefined}, null],
    ['a cancelled one', {...booked, status: 'cancelled'}, 'other'],
    ['one without a status', {...booked, status: undefined}, 'other'],
    ['a wish without a time', {...booked, status: 'proposed', start: undefined}, 'other'],
    ['a booked one without a time', {...booked, start: undefined}, null],
    ['a time that is none', {...booked, start: 'soon'}, null],
    ['a month', {...booked, start: '2026-12'}, null],
  ];
  for (const [name, resource, expected] of cases) {
    it(`is read, left out or unreadable: ${name}`, () =>
      assert.deepEqual(mapAppointment(resource, zone), expected));
  }

  it('has its day in the zone of the site, and what it is about', () => {
    const late = {...booked, start: '2026-12-02T02:00:00Z', description: 'Review of the plan'};
    assert.deepEqual(mapAppointment(late, zone), {
      id: 'a',
      day: '2026-12-01',
      at: '2026-12-02T02:00:00Z',
      what: 'Review of the plan',
      parties: [],
      agreed: true,
    });
  });

  for (const [name, more, what] of [
    ['its kind of service', {serviceType: [{text: 'Nursing'}], reasonCode: [{text: 'COPD'}]}, 'Nursing'],
    ['its reason', {reasonCode: [{}, {coding: [{display: 'COPD'}]}]}, 'COPD'],
    ['its type', {appointmentType: {text: 'Follow-up'}}, 'Follow-up'],
    ['nothing', {}, null],
  ] as const) {
    it(`is named by ${name}`, () => {
      const read = mapAppointment({...booked, ...more}, zone);
      assert.equal(typeof read === 'object' && read?.what, what);
    });
  }

  it('names people before places, each once, without the person and those who declined', () => {
    const participant = [
      actor('Location/l', 'Clinic'),
      actor('Patient/p1', 'The person'),
      actor('Practitioner/n', 'Line'),
      actor('Practitioner/n', 'Line'),
      actor(null, 'Somebody'),
      actor('Practitioner/x', null),
      actor('Practitioner/d', 'Declined', 'declined'),
      {status: 'accepted'},
    ];
    const read = mapAppointment({...booked, status: 'pending', participant}, zone);
    assert.ok(read && read !== 'other');
    assert.deepEqual([read.parties, read.agreed], [['Line', 'Somebody', 'Clinic'], false]);
  });
});
