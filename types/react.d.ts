/**
 * `<isp-panel>` in JSX, for React 19, which sets properties and listens to events of custom elements by itself.
 * Import it once, for its types alone: `import type {} from 'isp-panel/react';`
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {PanelEvents, PanelProperties} from '../dist/src/index.js';

type Listeners = {[name in keyof PanelEvents as `on${name}`]?: (event: PanelEvents[name]) => void};

/** Attributes, properties and events of `<isp-panel>` in JSX. */
export type IspPanelProps = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Partial<PanelProperties> &
  Listeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'isp-panel': IspPanelProps;
    }
  }
}
