import {assert} from '@open-wc/testing';
import {html, LitElement, type TemplateResult} from 'lit';
import {defineElement, LazyElement} from '../../src/elements/shared/lazy-element.ts';
import {until} from './harness/page.ts';
import {clearStage, settled} from './harness/stage.ts';

/** An element whose code cannot be fetched, as when the network is gone; it wants it with each update. */
class NeverComes extends LitElement {
  asked = 0;
  readonly code = new LazyElement(this, 'never-comes-code', () => {
    this.asked += 1;
    return Promise.reject(new TypeError('Failed to fetch'));
  });

  protected override willUpdate(): void {
    this.#want();
  }

  override render(): TemplateResult {
    return html`${this.code.status}`;
  }

  /** After drawing as well, as elements do whose code comes once they stand. */
  protected override updated(): void {
    this.#want();
  }

  /** With an end to it: without one a fault would hang the page. */
  #want(): void {
    if (this.asked < 50) this.code.want();
  }
}
defineElement('never-comes', NeverComes);

async function show(): Promise<NeverComes> {
  clearStage();
  const element = document.createElement('never-comes') as NeverComes;
  document.body.append(element);
  await until('it failed', () => element.shadowRoot?.textContent === 'failed' || element.asked >= 50);
  await settled();
  return element;
}

/** Runs with a clock that is ahead. */
async function later(milliseconds: number, run: () => Promise<void>): Promise<void> {
  const real = performance.now.bind(performance);
  performance.now = () => real() + milliseconds;
  try {
    await run();
  } finally {
    performance.now = real;
  }
}

describe('code that cannot be fetched', () => {
  it('is asked for once, and the element says so instead of asking for ever', async () => {
    const element = await show();
    assert.equal(element.asked, 1);
    assert.equal(element.shadowRoot?.textContent, 'failed');
  });

  it('is asked for again when the person wants it', async () => {
    const element = await show();
    await element.code.load();
    await settled();
    assert.equal(element.asked, 2);
  });

  it('is asked for again with a later update, when the network may be back', async () => {
    const element = await show();
    await later(10_000, async () => {
      element.requestUpdate();
      await until('it failed again', () => element.asked > 1);
    });
    await settled();
    assert.equal(element.asked, 2);
  });
});
