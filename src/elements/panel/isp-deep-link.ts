import {LitElement, nothing} from 'lit';
import {isSettled} from '../../app/panel-view.ts';
import {openPartSoon, type FollowUpPart} from '../follow-up/follow-up-desk.ts';
import {Select} from '../shared/select.ts';

/** Where the intents of a launch lead: to a section, or to a part of one, which opens. Others are ignored. */
const places: Readonly<Record<string, {readonly section?: string; readonly part?: FollowUpPart}>> = {
  'isp-edit': {section: 'plan'},
  utilization: {section: 'use'},
  'care-team': {section: 'care-team'},
  'isp-review': {section: 'plan', part: 'review'},
  'contact-log': {part: 'contact'},
};

/**
 * Follows the intent of a launch, once for each chart and as soon as the sections have their answers. Draws nothing.
 *
 * @tag isp-deep-link
 */
export class IspDeepLink extends LitElement {
  readonly #settled = new Select(this, (state) => state.context !== null && isSettled(state));
  #followed = false;

  protected override updated(): void {
    const {panel} = this.#settled;
    if (!panel || this.#followed || !this.#settled.value) return;
    this.#followed = true;
    const place = places[panel.store.get().context?.intent ?? ''];
    if (place?.section) {
      const target = (this.getRootNode() as ParentNode).querySelector<HTMLElement>(`#${place.section}`);
      target?.focus({preventScroll: true});
      target?.scrollIntoView({block: 'start'});
    }
    if (place?.part) openPartSoon(panel, place.part);
  }

  override render(): typeof nothing {
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-deep-link': IspDeepLink;
  }
}
