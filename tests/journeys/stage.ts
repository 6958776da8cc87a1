import type {Browser, BrowserContext, CDPSession, Frame, Page} from 'puppeteer-core';
import {BROWSER, startBrowser} from '../../scripts/browser.mjs';
import {startSandbox, type Sandbox, type SandboxOptions} from '../../sandbox/start-sandbox.ts';
import {findLayoutFaults, type LayoutFault} from './layout-faults.ts';

/** A running sandbox and a browser to look at it with. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  /** A browser in which colors can be forced: the same, or one that was started for it. */
  withForcedColors(): Promise<Browser>;
  close(): Promise<void>;
}

export interface PanelChoice {
  /** Short name of the synthetic person. */
  readonly person: string;
  readonly lang?: 'en-CA' | 'fr-CA';
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly forcedColors?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly personality?: string;
  readonly options?: Parameters<Sandbox['launch']>[0]['options'];
}

/** Starts both; close the stage when the test is over. */
export async function openStage(options: SandboxOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({quiet: true, ...options});
  const browser = await startBrowser();
  let forced: Browser | null = null;
  return {
    sandbox,
    browser,
    async withForcedColors() {
      if (BROWSER === 'chromium') return browser;
      forced ??= await startBrowser({forcedColors: true});
      return forced;
    },
    async close() {
      await browser.close();
      await forced?.close();
      await sandbox.close();
    },
  };
}

/** Id of the Patient of a synthetic person. */
export function patientIdOf(sandbox: Sandbox, person: string): string {
  const found = sandbox.people.find((one) => one.slug === person);
  const patient = found?.resources.find((resource) => resource.resourceType === 'Patient');
  if (typeof patient?.id !== 'string') throw new Error(`no person ${person}`);
  return patient.id;
}

/** Launches the panel in a page of its own by EHR launch and waits until every section has settled. */
export async function openPanel(stage: Stage, choice: PanelChoice): Promise<Page> {
  const page = await newPage(stage, choice);
  if (BROWSER === 'webkit') {
    // Its driver can put nothing into a page before it loads: what is said once all sections have settled is waited for.
    await page.goto(launchUrl(stage.sandbox, choice));
    await page.waitForFunction(
      () => document.querySelector('isp-panel')?.shadowRoot?.querySelector('[role="status"]')?.textContent,
    );
    return page;
  }
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('isp-loaded', () => (document.documentElement.dataset['settled'] = 'yes'));
  });
  await page.goto(launchUrl(stage.sandbox, choice));
  await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'yes');
  return page;
}

/** A page in a browser profile of its own, with the choice's size and colours. */
export async function newPage(stage: Stage, choice: PanelChoice): Promise<Page> {
  const browser = choice.forcedColors ? await stage.withForcedColors() : stage.browser;
  const profile: BrowserContext = await browser.createBrowserContext();
  const page = await profile.newPage();
  await page.setViewport({width: choice.width ?? 400, height: choice.height ?? 900});
  if (choice.forcedColors && BROWSER === 'chromium') {
    const session: CDPSession = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]});
  }
  return page;
}

/** The address that the chart opens for this choice. */
export function launchUrl(sandbox: Sandbox, choice: PanelChoice): string {
  return sandbox.launch({
    patientId: patientIdOf(sandbox, choice.person),
    ...(choice.personality === undefined ? {} : {personality: choice.personality}),
    ...(choice.lang === undefined ? {} : {lang: choice.lang}),
    ...(choice.theme === undefined ? {} : {theme: choice.theme}),
    ...(choice.options === undefined ? {} : {options: choice.options}),
  }).url;
}

/** Everything that can be read in a page or frame, shadow roots included, white space folded. */
export async function textOf(target: Page | Frame): Promise<string> {
  return await target.evaluate(() => {
    const parts: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Element) {
        if (['style', 'script'].includes(node.localName) || getComputedStyle(node).display === 'none') return;
        if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) parts.push(node.value);
        if (node instanceof HTMLSlotElement) for (const assigned of node.assignedNodes()) visit(assigned);
        if (node.shadowRoot) {
          visit(node.shadowRoot);
          return;
        }
      }
      if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
      for (const child of node.childNodes) visit(child);
    };
    visit(document.body);
    return parts.join(' ').replace(/\s+/g, ' ').trim();
  });
}

/** Waits until the page's text matches; on time-out says what the page showed instead. */
export async function waitForText(
  target: Page | Frame,
  pattern: RegExp,
  timeoutMs = 15_000,
): Promise<string> {
  const deadline = Date.now() + timeoutMs;
  let text = '';
  while (Date.now() < deadline) {
    try {
      text = await textOf(target);
      if (pattern.test(text)) return text;
    } catch {
      // The frame is being navigated; look again.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${pattern} never appeared. The page shows:\n${text.slice(0, 3000)}`);
}

/** What a person would see as broken in the page. */
export async function layoutFaults(target: Page | Frame): Promise<LayoutFault[]> {
  return await target.evaluate(findLayoutFaults);
}
