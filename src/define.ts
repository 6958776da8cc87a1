/**
 * Registers `<isp-panel>` and the elements of its first content, each once: a page that loads this twice, or has an
 * element of that name, is left as it is. Sections, editors and details come when the panel first needs them.
 */
import {ChartHost} from './elements/panel/chart-host.ts';
import {IspIdentity} from './elements/panel/isp-identity.ts';
import {IspNotice} from './elements/panel/isp-notice.ts';
import {IspPanel} from './elements/panel/isp-panel.ts';
import {defineElement} from './elements/shared/lazy-element.ts';

ChartHost.reach = async (source) => (await import('./reach-record.ts')).reachRecord(source);
defineElement('isp-notice', IspNotice);
defineElement('isp-identity', IspIdentity);
defineElement('isp-panel', IspPanel);
