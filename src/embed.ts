/**
 * The panel for a page without a bundler: it registers `<isp-panel>` and `<isp-summary>`, and exports what `isp-panel` and
 * `isp-panel/transport` do. Built to `dist/embed/isp-panel.js`, which holds all of the first content in both languages.
 * What comes after it (the rest of the plan, follow-up, forms, writing, printing) is one file more in the same folder,
 * fetched once the first content stands.
 */
import './define.ts';
import './summary.ts';
// Fetched apart where a bundler splits by import; here they make the first file.
import './app/commands/load-sections.ts';
import './app/record-chart.ts';
import './domain/count-use.ts';
import './elements/panel/define-sections.ts';
import './i18n/en/sections.ts';
import './i18n/fr/core.ts';
import './i18n/fr/sections.ts';
import './reach-record.ts';

export * from './index.ts';
export * from './transport.ts';
