import {createBrowserPanel, type PanelConfig} from '../../app/browser-panel.ts';
import type {Panel} from '../../app/panel.ts';
import {openSummaryChart} from '../../app/summary-chart.ts';
import {IspHeadlines} from '../use/isp-headlines.ts';
import {defineElement} from '../shared/lazy-element.ts';

/** Registers what stands in a summary. */
export function defineSummaryParts(): void {
  defineElement('isp-headlines', IspHeadlines);
}

/** Makes the panel behind a summary, which reads the first sections alone. */
export function createSummaryPanel(config: PanelConfig): Promise<Panel> {
  return createBrowserPanel(config, {openChart: openSummaryChart});
}
