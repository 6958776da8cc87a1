import type {BrowserContext} from 'puppeteer-core';
import {largeSlug} from '../fixtures/large.ts';
import type {LogEntry} from '../sandbox/request-log.ts';
import type {Sandbox} from '../sandbox/start-sandbox.ts';
import {launchRun, type Asked, type Plan} from './launch-run.ts';
import type {Line} from './results.ts';
import type {BenchStage} from './stage.ts';

/** So long that what waits for an answer can be told from what does not, whatever the processor does meanwhile. */
const LATENCY = 300;

interface Traced {
  readonly entries: readonly LogEntry[];
  readonly preflights: readonly LogEntry[];
  readonly asked: readonly Asked[];
  readonly firstAt: number;
  readonly violations: readonly string[];
  readonly files: Files;
  /** Those that were there with the first content. */
  readonly early: Files;
}

interface Files {
  readonly count: number;
  readonly bytes: number;
}

export interface Requests {
  readonly lines: readonly Line[];
  /** What the panel asked for, as the bare page shall. */
  readonly plan: Plan;
}

/** Counts what a launch asks of the record system: cold, and again in the same browser. */
export async function measureRequests({browser, panel}: BenchStage, n: number): Promise<Requests> {
  const {sandbox} = panel;
  sandbox.settings.latencyMs = LATENCY;
  const context = await browser.createBrowserContext();
  const trace = async (): Promise<Traced> => traced(context, sandbox, n, panel.watch(n));
  try {
    const cold = await trace();
    const warm = await trace();
    return {lines: linesOf(n, cold, warm, sandbox.cspReports.length), plan: planOf(cold.asked)};
  } finally {
    await context.close();
    sandbox.settings.latencyMs = 0;
  }
}

async function traced(
  context: BrowserContext,
  sandbox: Sandbox,
  n: number,
  watch: Parameters<typeof launchRun>[1]['watch'],
): Promise<Traced> {
  const {log, panelRequests} = sandbox;
  log.clear();
  panelRequests.length = 0;
  let early: Files | null = null;
  const onFirst = (): void => void (early = filesOf(sandbox));
  const run = await launchRun(context, {sandbox, patientId: largeSlug(n), watch, onFirst});
  await quiet(sandbox);
  const traced = {
    entries: [...log.entries],
    preflights: [...log.preflights],
    asked: run.asked,
    firstAt: run.firstAt,
    violations: run.violations,
    files: filesOf(sandbox),
    early: early ?? filesOf(sandbox),
  };
  await run.page.close();
  return traced;
}

function filesOf({panelRequests}: Sandbox): Files {
  return {count: panelRequests.length, bytes: panelRequests.reduce((sum, {bytes}) => sum + bytes, 0)};
}

function linesOf(n: number, cold: Traced, warm: Traced, reports: number): Line[] {
  const before = cold.entries.filter((entry) => endOf(entry) <= cold.firstAt);
  const counted = before.filter(({path}) => !path.includes('/auth/authorize'));
  const preflights = cold.preflights.filter((entry) => endOf(entry) <= cold.firstAt);
  const token = cold.entries.find(({path}) => path.endsWith('/auth/token'));
  const afterToken = (entry: LogEntry): boolean => token !== undefined && startOf(entry) >= endOf(token);
  const data = cold.entries.filter((entry) => afterToken(entry));
  const pages = data.filter(({path}) => path.includes('/Encounter')).length;
  const name = (what: string): string => `${n}: ${what}`;
  return [
    {
      name: name('EHR requests by first content'),
      value: counted.length,
      unit: '',
      gate: 8,
      note: `discovery, token, metadata included: ${counted.map(({path}) => shortPath(path)).join(' ')}`,
    },
    {
      name: name('preflights by first content, cold'),
      value: preflights.length,
      unit: '',
      gate: 5,
      note: `${cold.preflights.length} in all: ${cold.preflights.map(({path}) => shortPath(path)).join(' ')}`,
    },
    {name: name('preflights, warm'), value: warm.preflights.length, unit: '', gate: 0},
    {
      name: name('sequential depth after the token'),
      value: depthOf(
        data.filter((entry) => endOf(entry) <= cold.firstAt),
        cold.preflights,
      ),
      unit: '',
      gate: 1,
    },
    {
      name: name('EHR requests to the whole history'),
      value: data.length,
      unit: '',
      note: `Encounter ${pages}, at 250 a page ${Math.max(1, Math.ceil(n / 250))} would do`,
    },
    {
      name: name('bytes from the EHR'),
      value: cold.entries.reduce((sum, {bytes}) => sum + bytes, 0) / 1000,
      unit: 'kB gzip',
    },
    {
      name: name('files of the panel by first content, cold'),
      value: cold.early.bytes / 1000,
      unit: 'kB br',
      note:
        `${cold.early.count} files; by the end ${cold.files.count} and ${(cold.files.bytes / 1000).toFixed(1)} kB; ` +
        `warm ${warm.files.count} and ${(warm.files.bytes / 1000).toFixed(1)} kB`,
    },
    {
      name: name('CSP violations'),
      value: cold.violations.length + warm.violations.length + reports,
      unit: '',
      gate: 0,
      note: [...cold.violations, ...warm.violations].join('; '),
    },
  ];
}

/** The longest chain of requests of which each was sent after the one before was answered; its preflight is part of it. */
function depthOf(entries: readonly LogEntry[], preflights: readonly LogEntry[]): number {
  const spans = entries.map((entry) => {
    const preflight = preflights.find(({path, id}) => path === entry.path && id < entry.id);
    const asked = preflight && !entries.some(({path, id}) => path === entry.path && id < entry.id);
    return {from: startOf(asked ? preflight : entry), to: endOf(entry)};
  });
  const depths: {readonly to: number; readonly depth: number}[] = [];
  for (const {from, to} of spans.sort((a, b) => a.from - b.from)) {
    const before = depths.filter((other) => other.to <= from).map(({depth}) => depth);
    depths.push({to, depth: 1 + Math.max(0, ...before)});
  }
  return Math.max(0, ...depths.map(({depth}) => depth));
}

/** The five reads of the first paint, then everything else that was asked of the record. */
export function planOf(asked: readonly Asked[]): Plan {
  const first: Asked[] = [];
  const rest: Asked[] = [];
  const types = new Set<string>();
  for (const one of asked) {
    const type = /^[A-Za-z]+/.exec(one.path)?.[0] ?? '';
    const early = ['Patient', 'Encounter', 'CarePlan', 'Goal', 'CareTeam'].includes(type) && !types.has(type);
    types.add(type);
    (early ? first : rest).push(one);
  }
  return {first, rest};
}

/** Waits until nothing was asked for during one answer's time. */
async function quiet({log, settings}: Sandbox): Promise<void> {
  const all = (): readonly LogEntry[] => [...log.entries, ...log.preflights];
  for (let seen = -1; seen !== all().length || all().some(({status}) => status === 0);) {
    seen = all().length;
    await new Promise((resolve) => setTimeout(resolve, settings.latencyMs + 100));
  }
}

function startOf({at}: LogEntry): number {
  return Date.parse(at);
}

function endOf(entry: LogEntry): number {
  return startOf(entry) + entry.ms;
}

function shortPath(path: string): string {
  return path.replace(/^\/[^/]+\/(fhir|auth)\//, '').replace(/[/?].*$/, '');
}
