/**
 * `<isp-panel>` in Vue templates. Import it once, for its types alone: `import type {} from 'isp-panel/vue';`, and tell
 * the compiler that it is a custom element (`isCustomElement: (tag) => tag.startsWith('isp-')`).
 */
import type {PanelEvents, PanelProperties} from '../dist/src/index.js';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

type Listeners = {
  [name in keyof PanelEvents as `on${Capitalize<Camel<name>>}`]?: (event: PanelEvents[name]) => void;
};

/** `<isp-panel>` as Vue's templates see it. */
export interface IspPanelComponent {
  new (): {readonly $props: Partial<PanelProperties> & Listeners};
}

declare module 'vue' {
  interface GlobalComponents {
    'isp-panel': IspPanelComponent;
    IspPanel: IspPanelComponent;
  }
}
