import {assert} from '@open-wc/testing';
import type {PanelConfig} from '../../src/app/browser-panel.ts';
import type {FakePanel} from '../helpers/fake-panel.ts';
import {fakeRecord} from '../helpers/fake-record.ts';
import type {IspPanel} from '../../src/elements/panel/isp-panel.ts';
import {PanelHarness} from './harness/panel-harness.ts';
import {until, widen} from './harness/stage.ts';
import {usual} from './plan/plan-states.ts';

// A host that names a site file beside its page.

const transport = {request: () => Promise.reject(new Error('Nothing is asked for in these tests.'))};
let answer: () => Promise<Response>;
let asked: string[] = [];
const realFetch = globalThis.fetch;

/** Opens a patient on a panel of its own, as a page does that sets nothing but attributes. */
async function open(
  config: PanelConfig = {},
): Promise<{panel: PanelHarness; made: () => PanelConfig | null}> {
  let made: PanelConfig | null = null;
  const element = document.createElement('isp-panel') as IspPanel & {
    makePanel(config: PanelConfig): Promise<unknown>;
  };
  element.makePanel = (given) => {
    made = given;
    return Promise.resolve(fakeRecord(usual()));
  };
  element.setAttribute('config-src', '/isp-site.json');
  element.config = config;
  element.lang = 'en-CA';
  element.transport = transport;
  element.patient = 'p1';
  document.body.append(element);
  await element.updateComplete;
  return {panel: new PanelHarness(element), made: () => made};
}

/** The options of every opening. */
function openedWith({element}: PanelHarness): readonly {readonly: boolean}[] {
  const {asked: calls = []} = (element.panel ?? {}) as Partial<FakePanel>;
  return calls.flatMap(([name, options]) => (name === 'open' ? (options as {readonly: boolean}) : []));
}

describe('a site file that the page names (config-src)', () => {
  before(() => widen(420));
  beforeEach(() => {
    asked = [];
    globalThis.fetch = (url, init) => {
      if (!String(url).endsWith('isp-site.json')) return realFetch(url, init);
      asked.push(String(url));
      return answer();
    };
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
    for (const panel of document.querySelectorAll('isp-panel')) panel.remove();
  });

  it('is waited for before anything is counted, and goes below `config`', async () => {
    let arrive: (response: Response) => void = () => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    const {panel, made} = await open({zone: 'America/Vancouver'});
    await until('the file to be asked for', () => asked.length === 1);
    assert.isNull(made());
    assert.notInclude(panel.text, 'No patient');
    arrive(Response.json({zone: 'America/Halifax', counting: {onePerDay: true}, zoen: 1}));
    await until('the panel to be made', () => made() !== null);
    assert.equal(made()?.zone, 'America/Vancouver');
    assert.isTrue(made()?.counting?.onePerDay);
    await until('the notice', () =>
      panel.notices.some((words) => words.includes('could not be used: zoen.')),
    );
    assert.deepEqual(asked, [`${location.origin}/isp-site.json`]);
  });

  it('that cannot be read leaves the defaults, and is named', async () => {
    answer = () => Promise.resolve(new Response('', {status: 404}));
    const {panel, made} = await open();
    await until('the notice', () =>
      panel.notices.some((words) => words.includes('could not be used: config-src.')),
    );
    assert.equal(made()?.zone, 'America/Toronto');
    assert.include(panel.text, 'Reading the plan');
  });

  it('can take away every way to change something', async () => {
    answer = () => Promise.resolve(Response.json({features: {write: false}}));
    const {panel} = await open();
    await until('the chart to be opened', () => openedWith(panel).length > 0);
    assert.isFalse(panel.element.readonly);
    assert.deepEqual(
      openedWith(panel).map(({readonly}) => readonly),
      [true],
    );
  });

  it('is read once, whoever is opened', async () => {
    answer = () => Promise.resolve(Response.json({}));
    const {panel, made} = await open();
    await until('the panel to be made', () => made() !== null);
    panel.element.patient = 'p2';
    await until('the panel to be there', () => panel.element.panel !== null);
    assert.lengthOf(asked, 1);
  });

  it('decides nothing any more for a panel from which it was taken', async () => {
    answer = () => Promise.resolve(Response.json({zone: 'America/Halifax'}));
    const {panel, made} = await open();
    await until('the panel to be made', () => made()?.zone === 'America/Halifax');
    panel.element.dispose();
    panel.element.configSrc = null;
    panel.element.config = {zone: 'America/Vancouver'};
    panel.element.patient = 'p2';
    await until('another panel to be made', () => made()?.zone !== 'America/Halifax');
    assert.equal(made()?.zone, 'America/Vancouver');
  });

  it('decides for the patient that is wanted by then', async () => {
    const arrive: ((response: Response) => void)[] = [];
    answer = () => new Promise((resolve) => arrive.push(resolve));
    const {panel, made} = await open();
    await until('the file to be asked for', () => arrive.length === 1);
    panel.element.patient = null;
    await panel.element.updateComplete;
    assert.include(panel.text, 'No patient');
    panel.element.patient = 'p2';
    await until('the file to be asked for again', () => arrive.length === 2);
    arrive[0]?.(Response.json({zone: 'America/Halifax'}));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.isNull(made());
    assert.notInclude(panel.text, 'No patient');
    arrive[1]?.(Response.json({zone: 'America/Vancouver'}));
    await until('the panel to be made', () => made() !== null);
    assert.equal(made()?.zone, 'America/Vancouver');
  });
});
