/**
 * Everything in one file, for a page without a bundler: it registers `<isp-panel>` and `<isp-summary>`, and exports what `isp-panel` and
 * `isp-panel/transport` do. Built to `dist/embed/isp-panel.js`; it loads nothing further.
 */
import './define.ts';
import './summary.ts';

export * from './index.ts';
export * from './transport.ts';
