import {toRaw, type RawObject} from './raw-json.ts';

/** A first, empty team of the person, for the whole of the case management, with the client's identifier. */
export function newCareTeam(patientId: string, uuid: string, today: string): RawObject {
  return toRaw({
    resourceType: 'CareTeam',
    identifier: [{system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuid}`}],
    status: 'active',
    category: [
      {
        coding: [
          {
            system: 'http://loinc.org',
            code: 'LA28865-6',
            display: 'Longitudinal care-coordination focused care team',
          },
        ],
      },
    ],
    subject: {reference: `Patient/${patientId}`},
    period: {start: today},
  }) as RawObject;
}
