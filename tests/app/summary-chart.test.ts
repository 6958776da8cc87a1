import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {it} from 'node:test';
import {glanceView} from '../../src/app/glance-view.ts';
import {createPanel} from '../../src/app/panel.ts';
import {isSettled} from '../../src/app/panel-view.ts';
import {openSummaryChart} from '../../src/app/summary-chart.ts';
import {defaultCountingConfig} from '../../src/domain/counting-config.ts';
import {createBundleTransport} from '../../src/transport/bundle-transport.ts';

const bundle: unknown = JSON.parse(
  readFileSync(new URL('../../fixtures/patients/reference/bundle.json', import.meta.url), 'utf8'),
);

/** The reference patient in a summary, once everything was read. */
async function reference() {
  const record = createBundleTransport(bundle);
  const asked: string[] = [];
  const panel = createPanel({
    zone: 'America/Toronto',
    counting: defaultCountingConfig,
    configHash: '',
    timers: {
      now: () => Date.parse('2026-11-22T14:03:00-05:00'),
      wait: () => Promise.resolve(),
      deadline: (_ms, signal) => signal ?? new AbortController().signal,
    },
    newId: () => '',
    random: () => 0,
    openChart: openSummaryChart,
  });
  panel.open({
    transport: {
      request: (request) => {
        asked.push(`${request.method} ${request.path.split('?')[0]}`);
        return record.request(request);
      },
    },
    patientId: 'reference',
    encounterId: null,
    user: null,
    needPatientBanner: true,
    intent: null,
    scopes: null,
    readonly: false,
  });
  await new Promise<void>((resolve) => {
    panel.store.subscribe(() => {
      if (isSettled(panel.store.get())) resolve();
    });
  });
  await panel.actions.refresh();
  return {panel, asked};
}

it('counts as the panel does, with at most five requests', async () => {
  const {panel, asked} = await reference();
  const glance = glanceView(panel.store.get());
  assert.deepEqual([glance.edVisits?.n, glance.stays?.n], [11, 3]);
  assert.deepEqual(glance.sites, [
    {site: 'A', n: 10},
    {site: 'B', n: 1},
  ]);
  // It was refreshed once, which asks for everything again.
  assert.ok(asked.length / 2 <= 5, asked.join(', '));
});

it('reads no goals and nothing that comes later, and can write nothing', async () => {
  const {panel, asked} = await reference();
  const types = new Set(asked.map((line) => line.replace(/^\w+ /u, '').split('/')[0] ?? ''));
  assert.deepEqual([...types].toSorted(), ['CarePlan', 'CareTeam', 'Encounter', 'Patient']);
  assert.equal(panel.store.get().abilities.createGoal.allowed, false);
  await panel.actions.addGoal({words: 'Dormir'} as never);
  assert.equal(panel.store.get().saves['goal:new']?.status, 'failed');
});
