import puppeteer, {type Browser} from 'puppeteer-core';
import {fileURLToPath} from 'node:url';
import {largePerson, largeSlug} from '../fixtures/large.ts';
import type {Person} from '../fixtures/person.ts';
import {startSandbox, type Sandbox} from '../sandbox/start-sandbox.ts';
import {BROWSER_FLAGS, findBrowser} from '../scripts/browser.mjs';
import type {Watch} from './page-probe.ts';

/** Where a launch is measured: what is served, who is looked at, what is waited for. */
export interface Place {
  readonly sandbox: Sandbox;
  watch(n: number): Watch;
}

/** The panel and the bare page, each in a sandbox of its own with the same people, and one browser. */
export interface BenchStage {
  readonly browser: Browser;
  readonly panel: Place;
  readonly bare: Place;
  close(): Promise<void>;
}

const BARE_FOLDER = fileURLToPath(new URL('./bare/', import.meta.url));

/** Starts everything; `sizes` says how many encounters each person has. */
export async function openBench(sizes: readonly number[]): Promise<BenchStage> {
  const people = sizes.map((n) => largePerson(n));
  const panel = await startSandbox({people, quiet: true});
  const bare = await startSandbox({people, quiet: true, panelFolder: BARE_FOLDER});
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('installed'),
    args: BROWSER_FLAGS,
    headless: true,
  });
  return {
    browser,
    panel: {sandbox: panel, watch: (n) => panelWatch(familyOf(people, n))},
    bare: {
      sandbox: bare,
      watch: () => ({texts: ['entries'], selectors: ['#first'], done: {selector: '#full'}}),
    },
    async close() {
      await browser.close();
      await panel.close();
      await bare.close();
    },
  };
}

/** First content: whose chart it is, the use of services in numbers, goals of the plan, the team; then the list of visits. */
function panelWatch(family: string): Watch {
  return {
    texts: [family, 'ED visits', 'in 12 months'],
    selectors: ['isp-goal-row', 'isp-member-row'],
    later: '.row[data-key]',
    done: {event: 'isp-loaded'},
  };
}

function familyOf(people: readonly Person[], n: number): string {
  const person = people.find(({slug}) => slug === largeSlug(n));
  const patient = person?.resources.find(({resourceType}) => resourceType === 'Patient');
  const [name] = (patient?.['name'] ?? []) as readonly {readonly family?: string}[];
  if (name?.family === undefined) throw new Error(`${largeSlug(n)} has no family name`);
  return name.family;
}
