/**
 * `<isp-panel>` and `<isp-summary>` in JSX, for React 19, which sets properties and listens to events of custom elements by itself.
 * Import it once, for its types alone: `import type {} from 'isp-panel/react';`
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {PanelEvents, PanelProperties, SummaryEvents, SummaryProperties} from '../dist/src/index.js';

type Listeners<Events> = {[name in keyof Events & string as `on${name}`]?: (event: Events[name]) => void};
type Element<Properties, Events> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Partial<Properties> &
  Listeners<Events>;

/** Attributes, properties and events of `<isp-panel>` in JSX. */
export type IspPanelProps = Element<PanelProperties, PanelEvents>;

/** Attributes, properties and events of `<isp-summary>` in JSX. */
export type IspSummaryProps = Element<SummaryProperties, SummaryEvents>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'isp-panel': IspPanelProps;
      'isp-summary': IspSummaryProps;
    }
  }
}
