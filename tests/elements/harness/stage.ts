import 'axe-core/axe.min.js';
import {ContextProvider} from '@lit/context';
import {executeServerCommand, sendKeys, setViewport} from '@web/test-runner-commands';
import type {AxeResults, RunOptions} from 'axe-core';
import {css, html, LitElement, type TemplateResult} from 'lit';
import '../../../src/define.ts';
import type {Panel} from '../../../src/app/panel.ts';
import {localizationContext, panelContext} from '../../../src/elements/shared/context.ts';
import type {IspPanel} from '../../../src/elements/panel/isp-panel.ts';
import {defineElement} from '../../../src/elements/shared/lazy-element.ts';
import {tokens} from '../../../src/elements/shared/tokens.ts';
import {fallbackLocalization, loadLocalization, type Localization} from '../../../src/i18n/index.ts';
import type {WordChanges} from '../../../src/i18n/own-words.ts';
import {settled, until} from './page.ts';

export {settled, until} from './page.ts';

export type Language = 'en-CA' | 'fr-CA';
export type Theme = 'light' | 'dark';

const isChromium = navigator.userAgent.includes('Chrome');

/**
 * Widths that the panel is tried at: the narrowest side panel, a phone, two side panels, a full tab. The window of WebKit
 * that is driven here is never narrower than 240.
 */
export const widths = [210, 320, 420, 768, 1200].filter(
  (width) => width > 240 || isChromium || navigator.userAgent.includes('Firefox'),
);

export const languages: readonly Language[] = ['en-CA', 'fr-CA'];

/** How the panel is looked at. */
export interface Look {
  readonly language?: Language;
  readonly theme?: Theme;
  /** The sections of a panel that are shown; all when absent. */
  readonly sections?: string;
  /** Words of the host. */
  readonly messages?: WordChanges;
}

/** Shows one element without a panel around it, with the words and the colours of one. */
class StageFrame extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        padding: 16px;
        background: var(--_paper);
      }
    `,
  ];

  readonly words = new ContextProvider(this, {
    context: localizationContext,
    initialValue: fallbackLocalization,
  });
  readonly panel = new ContextProvider(this, {context: panelContext});
  content: TemplateResult = html``;

  override render(): TemplateResult {
    return this.content;
  }
}
defineElement('stage-frame', StageFrame);

/** Shows a panel made from a state. */
export async function showPanel(panel: Panel, look: Look = {}): Promise<IspPanel> {
  clearStage();
  const element = document.createElement('isp-panel');
  element.lang = look.language ?? 'en-CA';
  element.theme = look.theme ?? 'light';
  element.sections = look.sections ?? null;
  element.messages = look.messages ?? null;
  element.panel = panel;
  document.body.append(element);
  // The code of the sections comes after the identity line.
  const {context, halted, verifying} = panel.store.get();
  const last =
    context && !halted && !verifying
      ? look.sections
        ? 'isp-deep-link:defined'
        : 'isp-care-team:defined'
      : '.panel > :nth-child(2)';
  await until('the panel stands', () => Boolean(element.shadowRoot?.querySelector(last)));
  await settled();
  return element;
}

/** Shows one element as it would stand in a panel. */
export async function showElement<E extends HTMLElement>(
  content: TemplateResult,
  look: Look = {},
  panel: Panel | null = null,
  change: (words: Localization) => Localization = (words) => words,
): Promise<E> {
  clearStage();
  const frame = document.createElement('stage-frame') as StageFrame;
  frame.setAttribute('theme', look.theme ?? 'light');
  frame.lang = look.language ?? 'en-CA';
  frame.words.setValue(change(await loadLocalization(look.language ?? 'en-CA', 'America/Toronto')));
  if (panel) frame.panel.setValue(panel);
  frame.content = content;
  document.body.append(frame);
  await settled();
  return frame.shadowRoot?.firstElementChild as E;
}

/** An empty page in its usual size. */
export function clearStage(): void {
  document.body.replaceChildren();
  scrollTo(0, 0);
  document.body.setAttribute('style', 'margin: 0');
  document.documentElement.lang = 'en';
}

/** Makes the window as wide as a side panel or a tab. */
export async function widen(width: number): Promise<void> {
  await setViewport({width, height: 900});
  await settled();
}

/** Presses keys one after the other, as a person does. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [modifier, rest] = key.includes('+') ? (key.split('+') as [string, string]) : [null, key];
    if (modifier) await sendKeys({down: modifier});
    await sendKeys({press: rest});
    if (modifier) await sendKeys({up: modifier});
  }
  await settled();
}

/** Types words where the focus is. */
export async function type(words: string): Promise<void> {
  await sendKeys({type: words});
  await settled();
}

/** A test with the colours that the system forces. A running Firefox cannot switch them: there the launched panel is tried. WebKit has none. */
export function itInForcedColors(name: string, run: () => Promise<void>): void {
  if (!isChromium) return;
  it(name, async () => {
    await executeServerCommand('forced-colors', 'active');
    try {
      if (!matchMedia('(forced-colors: active)').matches) throw new Error('The colours are not forced');
      await run();
    } finally {
      await executeServerCommand('forced-colors', 'none');
    }
  });
}

const axeOptions: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
};

declare global {
  interface Window {
    readonly axe: {run(node: Element, options: RunOptions): Promise<AxeResults>};
  }
}

/** All that another theme can change. */
const colorOptions: RunOptions = {
  ...axeOptions,
  runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']},
};

/** What axe finds wrong with an element, or with its colours alone, one line for each place. */
export async function axeFaults(
  element: Element,
  what: 'all' | 'colors' = 'all',
): Promise<readonly string[]> {
  const {violations} = await window.axe.run(element, what === 'all' ? axeOptions : colorOptions);
  return violations.flatMap(({id, nodes}) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary ?? ''}`),
  );
}
