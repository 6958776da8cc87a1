/**
 * Registers `<isp-summary>`, the chart in one line, for screens of a record that have no place for the panel. What reads
 * and counts comes once the element stands in a page.
 */
import {ChartHost} from './elements/panel/chart-host.ts';
import {IspIdentity} from './elements/panel/isp-identity.ts';
import {IspNotice} from './elements/panel/isp-notice.ts';
import {IspSummary} from './elements/summary/isp-summary.ts';
import {defineElement} from './elements/shared/lazy-element.ts';

ChartHost.reach = async (source) => (await import('./reach-record.ts')).reachRecord(source);
defineElement('isp-notice', IspNotice);
defineElement('isp-identity', IspIdentity);
defineElement('isp-summary', IspSummary);

export {IspSummary} from './elements/summary/isp-summary.ts';
