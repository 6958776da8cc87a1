import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createBrowserPanel, type PanelConfig} from '../../src/app/browser-panel.ts';
import type {PanelState} from '../../src/app/state.ts';
import {parseSite} from '../../src/config/site.ts';
import type {Transport} from '../../src/fhir/transport.ts';

const subject = {reference: 'Patient/p1'};
const concept = (system: string, code: string, text: string): object => ({
  coding: [{system, code}],
  text,
});
const participant = (name: string, role: string, organization?: string): object => ({
  member: {display: name},
  role: [{text: role}],
  ...(organization && {onBehalfOf: {reference: organization, display: 'Pavillon'}}),
});
const enrolment = (id: string, start: string, type: object): object => ({
  resourceType: 'EpisodeOfCare',
  id,
  status: 'active',
  patient: subject,
  type: [type],
  period: {start},
});

const records: Readonly<Record<string, readonly object[]>> = {
  CarePlan: [
    {
      resourceType: 'CarePlan',
      id: 'own',
      status: 'active',
      intent: 'plan',
      title: 'Suivi conjoint',
      category: [concept('urn:site', 'suivi', 'Suivi conjoint')],
      subject,
      period: {start: '2026-03-02'},
    },
  ],
  CareTeam: [
    {
      resourceType: 'CareTeam',
      id: 't',
      status: 'active',
      subject,
      participant: [
        participant('Anne Exemple', 'Intervenante pivot'),
        participant('Luc Exemple', 'Gestionnaire de cas', 'Organization/h9'),
      ],
    },
  ],
  EpisodeOfCare: [
    enrolment('usual', '2026-02-16', concept('http://snomed.info/sct', '386230005', 'Suivi')),
    enrolment('own', '2026-04-20', concept('urn:site', 'pivot', 'Pivot')),
  ],
};

/** A record with a plan, an enrolment and a role that only the site's own codes and words tell of. */
const transport: Transport = {
  request({path}) {
    const type = path.split(/[/?]/u)[0] ?? '';
    const entry = (records[type] ?? []).map((resource) => ({resource}));
    const body =
      type === 'Patient'
        ? {resourceType: 'Patient', id: 'p1'}
        : {resourceType: 'Bundle', type: 'searchset', total: entry.length, entry};
    return Promise.resolve({status: 200, header: () => null, text: JSON.stringify(body)});
  },
};

async function read(config: PanelConfig): Promise<PanelState> {
  const panel = await createBrowserPanel(config);
  panel.open({
    transport,
    patientId: 'p1',
    encounterId: null,
    user: null,
    needPatientBanner: true,
    intent: null,
    scopes: null,
    readonly: true,
  });
  const state = await new Promise<PanelState>((resolve) => {
    panel.store.subscribe(() => {
      const now = panel.store.get();
      const {use, plan, team} = now;
      if (use.status === 'ready' && use.value.historyComplete && plan.status === 'ready')
        if (team.status === 'ready' && use.value.proof.index !== null) resolve(now);
    });
  });
  panel.close();
  return state;
}

const seen = ({plan, team, use}: PanelState): object => ({
  plan: plan.status === 'ready' ? (plan.value.plan?.id ?? null) : plan.status,
  slots: team.status === 'ready' ? team.value.members.map(({name, slot}) => `${name}: ${slot}`) : team.status,
  index: use.status === 'ready' ? use.value.proof.index : use.status,
});

test('without codes of its own a site has what is recognized everywhere', async () => {
  for (const config of [{}, parseSite({}).site]) {
    assert.deepEqual(seen(await read(config)), {
      plan: null,
      slots: ['Anne Exemple: null', 'Luc Exemple: case-manager'],
      index: '2026-02-16',
    });
  }
});

test('codes and words of a site reach the plan, the enrolment and the team, beside the usual ones', async () => {
  const {site, notices} = parseSite({
    recognition: {
      planCategories: ['urn:site|suivi'],
      episodeTypes: ['urn:site|pivot'],
      caseManagerRoles: ['intervenante pivot'],
      hospitals: ['Organization/h9'],
    },
  });
  assert.deepEqual(notices, []);
  assert.deepEqual(seen(await read(site)), {
    plan: 'own',
    slots: ['Anne Exemple: case-manager', 'Luc Exemple: hospital-case-manager'],
    index: '2026-04-20',
  });
});

test('a list of a site that names only one code takes nothing away from what is usual', async () => {
  const {site} = parseSite({recognition: {episodeTypes: ['urn:other|x']}});
  assert.equal((seen(await read(site)) as {index: unknown}).index, '2026-02-16');
});
