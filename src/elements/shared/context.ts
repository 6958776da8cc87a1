import {createContext} from '@lit/context';
import type {Panel} from '../../app/panel.ts';
import type {Localization} from '../../i18n/index.ts';

/** The panel that an element belongs to; two panels on a page do not see each other. */
export const panelContext = createContext<Panel>(Symbol('isp-panel'));

/** Language, formats and time zone of the panel that an element belongs to. */
export const localizationContext = createContext<Localization>(Symbol('isp-localization'));
