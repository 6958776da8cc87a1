import {configHash} from '../config/config-hash.ts';
import type {SiteNotice} from '../config/reader.ts';
import {defaultCountingConfig, type CountingConfig} from '../domain/counting-config.ts';
import type {FollowUpWindows} from '../domain/follow-up/windows.ts';
import type {Recognition} from '../fhir/recognition.ts';
import type {Timers} from '../fhir/timers.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {DraftStore} from './draft-store.ts';
import {createPanel, type Panel, type PanelOptions} from './panel.ts';
import {practiceClock} from './practice-clock.ts';

/** What a site decides about a panel; what is absent has its default. */
export interface PanelConfig {
  /** IANA time zone in which days and months are counted; America/Toronto when absent. */
  readonly zone?: string;
  /** The options of the counting rules. */
  readonly counting?: CountingConfig;
  /** Codes and words by which the site's plans, enrolments and case managers are recognized, beside the usual ones. */
  readonly recognition?: Recognition;
  /** After how many days something of follow-up is due; the usual windows when absent. */
  readonly followUp?: Partial<FollowUpWindows>;
  /**
   * `tab`: what is typed survives a reload, encrypted, for 12 hours. `host`: the host keeps it, where it gives a
   * `DraftStore`. Anything else keeps it in memory alone.
   */
  readonly drafts?: string;
  /** What of the site file could not be used; the panel names it as long as it is open. */
  readonly notices?: readonly SiteNotice[];
  readonly features?: {
    /** False hides every way to change something. */
    readonly write: boolean;
  };
  /** For synthetic people only: the day (YYYY-MM-DD) that is taken for today. The panel says so as long as it is open. */
  readonly practiceDate?: string | null;
}

/** Zone of a panel whose site names none. */
export const defaultZone = 'America/Toronto';

/** Makes a panel with the clock, the timers and the randomness of the browser. */
export async function createBrowserPanel(
  config: PanelConfig,
  {draftStore, ...more}: Pick<PanelOptions, 'mayWrite' | 'openChart'> & {draftStore?: DraftStore | null} = {},
): Promise<Panel> {
  let keeper: Promise<DraftKeeper> | null = null;
  const counting = config.counting ?? defaultCountingConfig;
  const zone = config.zone ?? defaultZone;
  const timers = config.practiceDate
    ? {...browserTimers, now: practiceClock(config.practiceDate, zone, Date.now)}
    : browserTimers;
  return createPanel({
    // Without its code what is typed stays in memory.
    keep: (...args) => {
      keeper ??= findKeeper(config.drafts, draftStore);
      // One that could not be fetched is asked for again with the next chart.
      void keeper?.then((keep) => keep(...args)).catch(() => (keeper = null));
    },
    ...more,
    zone,
    counting,
    configHash: await configHash(counting),
    timers,
    ...(config.recognition && {recognition: config.recognition}),
    ...(config.followUp && {followUp: config.followUp}),
    newId: uuid,
    random: Math.random,
  });
}

/** Who keeps what is typed beyond the page; null: nobody. */
function findKeeper(drafts?: string, store?: DraftStore | null): Promise<DraftKeeper> | null {
  if (drafts === 'tab') return import('./tab-drafts.ts').then(({keepInTab}) => keepInTab);
  if (drafts !== 'host' || !store) return null;
  return import('./host-drafts.ts').then(({hostDrafts}) => hostDrafts(store, Date.now));
}

const browserTimers: Timers = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      if (signal?.aborted) done();
      signal?.addEventListener('abort', done, {once: true});
    }),
  deadline(ms, signal) {
    const late = AbortSignal.timeout(ms);
    return signal ? AbortSignal.any([late, signal]) : late;
  },
};

/** A version 4 UUID (RFC 9562); `crypto.randomUUID` itself is missing on pages without https. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
