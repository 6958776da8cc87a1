import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Transport} from '../../src/fhir/transport.ts';
import {createFetchTransport} from '../../src/transport.ts';
import {newPanel} from '../hosts/host-stage.ts';

// A record system, or somebody between it and the browser, that tries to have the token sent elsewhere: by next pages,
// references, Locations, attachments and redirects.

const base = 'https://ehr.example/api/fhir';
const ROUNDS = 1000;

/** Addresses outside of the base, from plain to sly. */
const foreign = fc
  .tuple(
    fc.constantFrom(
      'https://evil.example/',
      'http://ehr.example/api/fhir/',
      'https://ehr.example:8443/api/fhir/',
      'https://ehr.example@evil.example/api/fhir/',
      'https://ehr.example.evil.example/api/fhir/',
      'https://ehr.example/api/fhirx/',
      'https://ehr.example/other/',
      '//evil.example/api/fhir/',
      '/',
      '../',
      '../../',
      'Goal/../../',
      'Goal/%2e%2e/%2e%2e/',
      'Goal/..%2f..%2f',
      '\\\\evil.example\\',
      'https:evil.example/',
      'https://%65vil.example/',
      ' https://evil.example/',
      'https://evil.example#',
      'https://evil.example?',
      'data:application/fhir+json,',
      'javascript:',
      'file:///',
      'blob:https://ehr.example/',
    ),
    fc.constantFrom('Practitioner/p', 'Goal?patient=anna&page=2', 'Organization/o', 'Binary/b', ''),
  )
  .map(([place, rest]) => place + rest);

const anna = {reference: 'Patient/anna'};
const display = {name: [{family: 'Essai'}]};

/** One answer for each type, each with foreign addresses in every place that a client could follow. */
const answers = fc.record({
  next: foreign,
  reference: foreign,
  fullUrl: foreign,
  attachment: foreign,
  location: foreign,
  redirects: fc.boolean(),
  /** The plan is kept as a note, whose text is fetched by its address. */
  inNotes: fc.boolean(),
  version: fc.constantFrom('1', 'W/"1"', 'https://evil.example'),
});
type Hostile = typeof answers extends fc.Arbitrary<infer T> ? T : never;

function resources(type: string, {reference, attachment, version}: Hostile): readonly object[] {
  const ref = {reference};
  const one = {resourceType: type, id: 'one', meta: {versionId: version}, subject: anna, patient: anna};
  switch (type) {
    case 'CarePlan':
      return [
        {...one, status: 'active', intent: 'plan', title: 'ISP', goal: [ref], careTeam: [ref], author: ref},
        {
          ...one,
          id: 'two',
          status: 'active',
          intent: 'plan',
          activity: [{reference: ref}],
          contributor: [ref],
        },
      ];
    case 'Goal':
      return [
        {...one, lifecycleStatus: 'active', description: {text: 'Walk'}, expressedBy: ref, addresses: [ref]},
      ];
    case 'CareTeam':
      return [
        {
          ...one,
          status: 'active',
          participant: [{member: ref, onBehalfOf: ref}],
          managingOrganization: [ref],
        },
      ];
    case 'Encounter':
      return [
        {
          ...one,
          status: 'finished',
          class: {code: 'EMER'},
          period: {start: '2026-10-10'},
          partOf: ref,
          serviceProvider: ref,
          location: [{location: ref}],
          diagnosis: [{condition: ref}],
        },
      ];
    case 'DocumentReference':
      return [
        {
          ...one,
          status: 'current',
          type: {coding: [{system: 'http://loinc.org', code: '52521-2'}]},
          identifier: [{system: 'urn:ietf:rfc:3986', value: 'urn:uuid:0'}],
          relatesTo: [{code: 'replaces', target: ref}],
          content: [{attachment: {contentType: 'text/plain', url: attachment}}],
        },
      ];
    case 'Task':
      return [
        {
          ...one,
          for: anna,
          status: 'requested',
          intent: 'order',
          description: 'Call',
          owner: ref,
          focus: ref,
          basedOn: [ref],
        },
      ];
    case 'Communication':
      return [
        {
          ...one,
          status: 'completed',
          sent: '2026-11-01T10:00:00Z',
          sender: ref,
          recipient: [ref],
          about: [ref],
        },
      ];
    case 'Appointment':
      return [
        {
          ...one,
          status: 'booked',
          start: '2026-12-01T10:00:00Z',
          end: '2026-12-01T11:00:00Z',
          participant: [
            {actor: anna, status: 'accepted'},
            {actor: ref, status: 'accepted'},
          ],
        },
      ];
    default:
      return [one];
  }
}

/** A server that answers with the hostile addresses, and what a browser would have sent where. */
function server(hostile: Hostile) {
  const sent: {readonly url: string; readonly init: RequestInit}[] = [];
  const json = (body: object, more: ResponseInit = {}) =>
    new Response(JSON.stringify(body), {
      headers: {'content-type': 'application/fhir+json', Location: hostile.location},
      ...more,
    });
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({url, init});
    const {pathname} = new URL(url);
    const [type = '', id] = pathname.slice('/api/fhir/'.length).split('/');
    if (type === 'metadata') return json(statement(hostile.inNotes));
    if (init.method === 'POST' && id === undefined) {
      if (!hostile.redirects) return new Response('', {status: 201, headers: {Location: hostile.location}});
      // A browser follows it, with the token, unless it was told not to.
      if (init.redirect !== 'error') sent.push({url: hostile.location, init});
      throw new TypeError('Failed to fetch');
    }
    if (type === 'Patient')
      return json({
        resourceType: 'Patient',
        id: 'anna',
        ...display,
        managingOrganization: {reference: hostile.reference},
        generalPractitioner: [{reference: hostile.reference}],
      });
    if (id !== undefined && id !== '_search') return new Response('{}', {status: 404});
    const entry = resources(type, hostile).map((resource) => ({fullUrl: hostile.fullUrl, resource}));
    return json({
      resourceType: 'Bundle',
      type: 'searchset',
      link: [{relation: 'next', url: hostile.next}],
      entry,
    });
  };
  return {sent, fetch};
}

const statement = (inNotes: boolean) => ({
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  rest: [
    {
      mode: 'server',
      resource: ['Goal', 'CarePlan', 'CareTeam', 'Task', 'DocumentReference'].map((type) => ({
        type,
        interaction: [
          'read',
          'search-type',
          ...(inNotes && type !== 'DocumentReference' ? [] : ['create', 'update']),
        ].map((code) => ({code})),
      })),
    },
  ],
});

describe('a record system that tries to have the token sent elsewhere', () => {
  it(`gets no request outside the FHIR base in ${ROUNDS} random hostile answers (T9) (conformance 22, 28)`, async () => {
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(answers, async (hostile) => {
        const {sent, fetch} = server(hostile);
        const transport: Transport = createFetchTransport({
          base,
          fetch,
          getToken: () => Promise.resolve('SECRET'),
        });
        const panel = newPanel();
        panel.open({
          transport,
          patientId: 'anna',
          encounterId: null,
          user: 'Practitioner/n',
          needPatientBanner: true,
          intent: null,
          scopes: null,
          readonly: false,
          iss: base,
        });
        await panel.actions.refresh();
        await panel.actions.addGoal({words: {text: 'Sleep', lang: 'en-CA'}});
        panel.close();
        followed += sent.length;
        for (const {url, init} of sent) {
          assert.ok(url === base || url.startsWith(`${base}/`), url);
          assert.equal(new URL(url).href.startsWith(`${base}/`), true, url);
          assert.equal(init.redirect, 'error');
          assert.equal(init.credentials, 'omit');
        }
      }),
      {numRuns: ROUNDS, seed: 20_261_122},
    );
    assert.ok(followed > ROUNDS * 6, `the panel asked ${followed} times`);
  });
});
