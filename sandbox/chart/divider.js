import {byId, h} from './dom.js';
import {clampWidth, NARROWEST, WIDEST, WIDTHS} from './state.js';
import {w} from './words.js';

const STEP = 10;
const BIG_STEP = 50;

/** The width of the side panel: a handle to drag or move by key, and buttons for the usual widths. */
export class Divider {
  #layout = byId('layout');
  #handle = byId('divider');
  #buttons = byId('widths');
  #width = 420;
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
    this.#handle.addEventListener('pointerdown', (event) => this.#drag(event));
    this.#handle.addEventListener('keydown', (event) => this.#key(event));
    this.#buttons.addEventListener('click', ({target}) => {
      const {width} = target.closest('button')?.dataset ?? {};
      if (width !== undefined) this.set(width === 'full' ? 'full' : Number(width));
    });
    new ResizeObserver(() => this.#measure()).observe(byId('panels'));
  }

  set(width) {
    this.#width = width;
    this.#layout.dataset.width = String(width);
    if (width !== 'full') {
      this.#layout.style.setProperty('--panel-width', `${width}px`);
      this.#handle.setAttribute('aria-valuenow', String(width));
      this.#handle.setAttribute('aria-valuemin', String(NARROWEST));
      this.#handle.setAttribute('aria-valuemax', String(WIDEST));
    }
    this.draw();
    this.#onChange(width);
  }

  draw() {
    const focused = document.activeElement?.dataset.width;
    const choices = [...WIDTHS, 'full'].map((width) =>
      h(
        'button',
        {type: 'button', 'data-width': width, 'aria-pressed': String(width === this.#width)},
        width === 'full' ? w().full : String(width),
      ),
    );
    this.#buttons.replaceChildren(...choices);
    if (focused !== undefined) this.#buttons.querySelector(`[data-width="${focused}"]`)?.focus();
    this.#measure();
  }

  /** The width as it is, which a narrow window makes smaller than what was chosen. */
  #measure() {
    const shown = Math.round(byId('slot-0').getBoundingClientRect().width);
    byId('width-now').textContent = w().pixels(shown);
    this.#handle.setAttribute('aria-valuetext', w().pixels(shown));
  }

  #drag(event) {
    event.preventDefault();
    this.#handle.focus();
    this.#handle.setPointerCapture(event.pointerId);
    // Frames would swallow the pointer.
    this.#layout.dataset.dragging = '';
    const right = byId('panels').getBoundingClientRect().right;
    const grip = this.#handle.getBoundingClientRect().right - event.clientX;
    const move = ({clientX}) => this.set(clampWidth(right - clientX - grip));
    const end = () => {
      delete this.#layout.dataset.dragging;
      this.#handle.removeEventListener('pointermove', move);
    };
    this.#handle.addEventListener('pointermove', move);
    this.#handle.addEventListener('lostpointercapture', end, {once: true});
  }

  #key(event) {
    const step = event.shiftKey ? BIG_STEP : STEP;
    const {width} = byId('slot-0').getBoundingClientRect();
    const next = {ArrowLeft: width + step, ArrowRight: width - step, Home: NARROWEST, End: WIDTHS.at(-1)}[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    this.set(clampWidth(next));
  }
}
