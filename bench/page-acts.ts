/*
 * What the bench does inside the panel's page. Each function runs there by itself: it must not use anything from outside.
 */

interface PanelElement extends HTMLElement {
  readonly panel: {
    readonly store: {
      get(): {
        readonly use: {
          readonly status: string;
          readonly gaps?: readonly unknown[];
          readonly value?: {
            readonly records: readonly {readonly id: string}[];
            readonly historyComplete: boolean;
          };
        };
      };
    };
  } | null;
  transport: {request(request: {method: string; path: string; body?: string}): Promise<unknown>} | null;
  patient: string | null;
  config: unknown;
  fhirBase: string | null;
  dispose(): void;
}

/** How many different encounters the panel holds, and whether it calls them complete. */
export function historyOf(): {ids: number; complete: boolean} {
  const {use} = document.querySelector<PanelElement>('isp-panel')!.panel!.store.get();
  return {
    ids: new Set(use.value?.records.map(({id}) => id)).size,
    complete: use.value?.historyComplete === true && use.gaps?.length === 0,
  };
}

/** Elements of the document, those in shadow roots included. */
export function countElements(): number {
  const count = (root: Document | ShadowRoot): number => {
    let sum = 0;
    for (const element of root.querySelectorAll('*'))
      sum += 1 + (element.shadowRoot ? count(element.shadowRoot) : 0);
    return sum;
  };
  return count(document);
}

/** Clicks the filters of the visit list in turn; milliseconds from each click until the frame after it was painted. */
export async function clickFilters(clicks: number): Promise<number[]> {
  const find = (root: Document | ShadowRoot): ShadowRoot | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'isp-visit-list') return element.shadowRoot;
      const found = element.shadowRoot ? find(element.shadowRoot) : null;
      if (found) return found;
    }
    return null;
  };
  const list = find(document)!;
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });
  const times: number[] = [];
  for (let click = 0; click < clicks; click += 1) {
    await painted();
    const buttons = list.querySelectorAll<HTMLButtonElement>('.lanes button');
    const start = performance.now();
    buttons[(click + 1) % buttons.length]!.click();
    await painted();
    times.push(performance.now() - start);
  }
  return times;
}

/**
 * Puts a panel into the page and takes it out again, as often as said; half of them by `dispose`, half only removed. The
 * answers are those that the record system gave to the first one; time-outs are short, because a request's lives on after
 * its answer until it is due, and what it holds is not left behind for good.
 */
export async function mountCycles(cycles: number): Promise<void> {
  const page = globalThis as unknown as {benchTransport?: PanelElement['transport']};
  const shown = document.querySelector<PanelElement>('isp-panel')!;
  const {transport, patient, config, fhirBase} = shown;
  const answers = new Map<string, Promise<unknown>>();
  const TIME_OUT = 500;
  if (!page.benchTransport) {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = () => timeout(TIME_OUT);
  }
  page.benchTransport ??= {
    request: (request) => {
      const key = `${request.method} ${request.path} ${request.body ?? ''}`;
      const known = answers.get(key) ?? transport!.request(request);
      answers.set(key, known);
      return known;
    },
  };
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const panel = document.createElement('isp-panel') as PanelElement;
    const loaded = new Promise((resolve) => panel.addEventListener('isp-loaded', resolve, {once: true}));
    panel.config = config;
    panel.fhirBase = fhirBase;
    panel.transport = page.benchTransport;
    panel.patient = patient;
    document.body.append(panel);
    await loaded;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (cycle % 2 === 0) panel.dispose();
    panel.remove();
  }
  await new Promise((resolve) => setTimeout(resolve, 2 * TIME_OUT));
}
