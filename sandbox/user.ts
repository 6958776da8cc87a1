import type {Resource} from './json.ts';

/** Who is signed in at the sandbox's record system. */
export const USER: Resource & {id: string} = {
  resourceType: 'Practitioner',
  id: 'sandbox-nurse',
  active: true,
  identifier: [{system: 'urn:isp-panel:sandbox', value: 'sandbox-nurse'}],
  name: [{family: 'Côté-Lefèbvre', given: ['Hélène'], text: 'Hélène Côté-Lefèbvre'}],
  telecom: [{system: 'phone', value: '819 555-0100', use: 'work'}],
};

/** The same person in an id_token. */
export const USER_CLAIMS = {
  name: 'Hélène Côté-Lefèbvre',
  given_name: 'Hélène',
  family_name: 'Côté-Lefèbvre',
  preferred_username: 'hélène.côté',
};
