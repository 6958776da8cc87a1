import {assert} from '@open-wc/testing';
import {loadPeople} from '../../fixtures/people.ts';
import {mutateResource} from '../../fixtures/mutate.ts';
import type {FixtureResource} from '../../fixtures/person.ts';
import '../../src/define.ts';
import {createBundleTransport} from '../../src/transport.ts';
import {until} from './harness/page.ts';

// Broken resources, drawn: whatever a server sends, the panel is never blank and never shows a value of the code.

const ROUNDS = 50;
const BROKEN_A_ROUND = 10;
/** What one record really says; it is shown as any other text. */
const RECORDED = '%s undefined NaN [object Object]';
const LEAKED = /\bundefined\b|\bNaN\b|Invalid Date|\[object Object\]/;

describe('the panel on broken resources', () => {
  it(`draws ${ROUNDS * BROKEN_A_ROUND} of them without going blank and without a value of the code`, async function () {
    this.timeout(120_000);
    const people = loadPeople().filter(({slug}) => slug !== 'many-visits' && slug !== 'empty');
    for (let round = 0; round < ROUNDS; round += 1) {
      const {slug, resources} = people[round % people.length]!;
      const text = await drawn(slug, broken(resources, round), round % 2 === 0 ? 'en-CA' : 'fr-CA');
      const place = `${slug}, round ${round}`;
      assert.isAbove(text.length, 200, `${place} is blank`);
      assert.isUndefined(text.replaceAll(RECORDED, '').match(LEAKED)?.[0], place);
    }
  });
});

/** The person's own resources with ten of them broken, chosen by the round. */
function broken(resources: readonly FixtureResource[], round: number): readonly FixtureResource[] {
  const own = resources.filter(({resourceType}) => resourceType !== 'Organization');
  const chosen = new Set(
    Array.from({length: BROKEN_A_ROUND}, (_, at) => own[(round * 7 + at * 13) % own.length]!),
  );
  return resources.map((one) => (chosen.has(one) ? mutateResource(one, `${round}/${one.id}`) : one));
}

async function drawn(patient: string, resources: readonly FixtureResource[], lang: string): Promise<string> {
  const panel = document.createElement('isp-panel');
  panel.lang = lang;
  panel.config = {practiceDate: '2026-11-22'};
  const settled = new Promise((resolve) => panel.addEventListener('isp-loaded', resolve, {once: true}));
  document.body.append(panel);
  panel.transport = createBundleTransport({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({resource})),
  });
  panel.patient = patient;
  try {
    await settled;
    // The words and the code of the sections may come after the records.
    await until('the sections stand', () =>
      Boolean(panel.shadowRoot?.querySelector('isp-care-team:defined')),
    );
    await panel.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return textOf(panel);
  } finally {
    panel.dispose();
    panel.remove();
  }
}

function textOf(node: Node): string {
  if (node instanceof HTMLStyleElement) return '';
  const inner = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [...node.childNodes];
  return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : inner.map(textOf).join(' ');
}
