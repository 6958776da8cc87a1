/**
 * `<isp-panel>` and `<isp-summary>` in Vue templates. Import it once, for its types alone: `import type {} from 'isp-panel/vue';`, and tell
 * the compiler that it is a custom element (`isCustomElement: (tag) => tag.startsWith('isp-')`).
 */
import type {PanelEvents, PanelProperties, SummaryEvents, SummaryProperties} from '../dist/src/index.js';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

type Listeners<Events> = {
  [name in keyof Events & string as `on${Capitalize<Camel<name>>}`]?: (event: Events[name]) => void;
};

/** `<isp-panel>` as Vue's templates see it. */
export interface IspPanelComponent {
  new (): {readonly $props: Partial<PanelProperties> & Listeners<PanelEvents>};
}

/** `<isp-summary>` as Vue's templates see it. */
export interface IspSummaryComponent {
  new (): {readonly $props: Partial<SummaryProperties> & Listeners<SummaryEvents>};
}

declare module 'vue' {
  interface GlobalComponents {
    'isp-panel': IspPanelComponent;
    IspPanel: IspPanelComponent;
    'isp-summary': IspSummaryComponent;
    IspSummary: IspSummaryComponent;
  }
}
