import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import type {Sandbox} from '../sandbox/start-sandbox.ts';
import {capPages, probe, type Watch} from './page-probe.ts';

/** A FHIR request of a page, without the base. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** One launch, from the first page to the whole history. Milliseconds. */
export interface LaunchRun {
  readonly first: number;
  /** When what may come later stood there; NaN when nothing was said to. */
  readonly later: number;
  readonly full: number;
  /** When the first content stood there, milliseconds since 1970. */
  readonly firstAt: number;
  readonly violations: readonly string[];
  /** FHIR requests in the order in which they were sent. */
  readonly asked: readonly Asked[];
  readonly page: Page;
}

export interface LaunchSetting {
  readonly sandbox: Sandbox;
  readonly patientId: string;
  readonly watch: Watch;
  /** How many times slower the processor is made. */
  readonly cpu?: number;
  /** Most entries that a page of a search may have. */
  readonly cap?: number;
  /** Put into the page as `benchPlan`. */
  readonly plan?: Plan;
  /** Called as soon as the first content stands. */
  readonly onFirst?: () => void;
}

/** What the bare page asks for: at once, then side by side, or one after another as each page names the next. */
export interface Plan {
  readonly first: readonly Asked[];
  readonly rest: readonly Asked[];
  readonly serial?: Asked;
}

const PATIENCE = 60_000;

/** Launches in a context of the browser and waits until everything is there. The page is left open. */
export async function launchRun(context: BrowserContext, setting: LaunchSetting): Promise<LaunchRun> {
  const {sandbox, patientId, watch, plan} = setting;
  const page = await context.newPage();
  const marks = new Map<string, number>();
  const violations: string[] = [];
  const asked: Asked[] = [];
  const problems: string[] = [];
  let whenFull = (): void => undefined;
  const full = new Promise<void>((resolve) => (whenFull = resolve));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const match = /\/fhir\/(?!\.well-known|metadata)(.+)$/.exec(request.url());
    if (match?.[1] === undefined || request.method() === 'OPTIONS') return;
    const body = request.postData();
    asked.push({method: request.method(), path: match[1], ...(body === undefined ? {} : {body})});
  });
  await page.exposeFunction('benchMark', (name: string, at: number) => {
    if (name.startsWith('violation')) violations.push(name);
    else if (!marks.has(name)) {
      marks.set(name, at);
      if (name === 'first') setting.onFirst?.();
    }
    if (name === 'full') whenFull();
  });
  if (plan) await page.evaluateOnNewDocument(`globalThis.benchPlan = ${JSON.stringify(plan)}`);
  if (setting.cap !== undefined) await page.evaluateOnNewDocument(capPages, setting.cap);
  await page.evaluateOnNewDocument(probe, watch);
  if (setting.cpu !== undefined) await page.emulateCPUThrottling(setting.cpu);
  const {url} = sandbox.launch({patientId, lang: 'en'});
  const late = deadline(
    `the launch on ${patientId} did not end`,
    () => `${[...marks.keys()].join(', ')} ${problems.join('; ')}`,
  );
  // A launch page leaves at once: its own load may never be told.
  void page.goto(url, {waitUntil: 'domcontentloaded'}).catch(() => undefined);
  await Promise.race([full, late.promise]);
  late.stop();
  const start = marks.get('start') ?? Number.NaN;
  return {
    first: (marks.get('first') ?? Number.NaN) - start,
    later: (marks.get('later') ?? Number.NaN) - start,
    full: (marks.get('full') ?? Number.NaN) - start,
    firstAt: marks.get('first') ?? Number.NaN,
    violations,
    asked,
    page,
  };
}

/** A launch in a browser profile that has never seen these servers: nothing cached, no connection open. */
export async function coldRun<T>(
  browser: Browser,
  setting: LaunchSetting,
  use: (run: LaunchRun, context: BrowserContext) => Promise<T> | T,
): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    return await use(await launchRun(context, setting), context);
  } finally {
    await context.close();
  }
}

function deadline(what: string, detail: () => string): {promise: Promise<never>; stop: () => void} {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} within ${PATIENCE / 1000} s; seen: ${detail()}`)),
      PATIENCE,
    );
  });
  return {promise, stop: () => clearTimeout(timer)};
}
