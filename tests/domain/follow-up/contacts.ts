import type {Contact} from '../../../src/domain/follow-up/contact.ts';

/** A contact with what a test does not care about filled in. */
export function contact(id: string, day: string, more: Partial<Contact> = {}): Contact {
  return {
    id,
    version: '1',
    mode: 'phone',
    reached: true,
    party: {kind: 'patient', reference: 'Patient/p1', name: null},
    day,
    at: null,
    goalIds: [],
    note: null,
    next: null,
    by: null,
    mistaken: false,
    readOnly: null,
    ...more,
  };
}
