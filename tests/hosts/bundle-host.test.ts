import {describe, it} from 'node:test';
import {createBundleTransport} from '../../src/transport.ts';
import {compare, saveAll} from './compare-plan.ts';
import {newPanel, type Host} from './host-stage.ts';
import {plans} from './same-plan.ts';

// A host without SMART and without FHIR requests: it gives a Bundle, and files what was written by itself.

const person = {resourceType: 'Patient', id: 'anna', name: [{family: 'Essai'}], birthDate: '1950-01-01'};

async function openOn(bundle: unknown, onWrite: (resource: object) => void): Promise<Host> {
  const panel = newPanel();
  const reopen = async (): Promise<void> => {
    panel.open({
      transport: createBundleTransport(bundle, {onWrite}),
      patientId: 'anna',
      encounterId: null,
      user: 'Practitioner/n',
      needPatientBanner: true,
      intent: null,
      scopes: null,
      readonly: false,
    });
    await panel.actions.refresh();
  };
  await reopen();
  return {panel, asked: [], state: () => panel.store.get(), reopen};
}

describe('a host that gives a Bundle and files what is written', () => {
  for (const plan of plans) {
    it(`has the same plan, and opens it again from what it filed, ${plan.lang} (conformance 63, 66)`, async () => {
      const filed = new Map<string, object>();
      const file = (resource: object): void => {
        const {resourceType, id} = resource as {resourceType: string; id: string};
        filed.set(`${resourceType}/${id}`, resource);
      };
      const bundleOf = (): unknown => ({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [person, ...filed.values()].map((resource) => ({resource})),
      });
      const host = await openOn(bundleOf(), file);
      await saveAll(host, plan);
      compare(host.state(), plan);
      const later = await openOn(bundleOf(), file);
      compare(later.state(), plan);
    });
  }
});
