import {byId} from './dom.js';
import {w} from './words.js';

const LIST = 268;
/** What the chart needs to be read beside the list and the panel. */
const CHART = 400;

/** One chart beside its panel, the panel alone, or two panels; the list gives way where there is little room. */
export class Arrangement {
  #view = 'side';
  #width = 0;
  #onOpenList;

  constructor(onOpenList) {
    this.#onOpenList = onOpenList;
    byId('patients-toggle').addEventListener('click', () => this.#toggleList());
    document.addEventListener('keydown', ({key}) => {
      if (key !== 'Escape' || byId('layout').dataset.drawer === undefined) return;
      this.closeList();
      byId('patients-toggle').focus();
    });
    window.addEventListener('resize', () => this.#fit());
  }

  /** @param {number | 'full'} width of the panel in the view of one chart */
  show(isTwo, width) {
    this.#view = isTwo ? 'two' : width === 'full' ? 'full' : 'side';
    this.#width = width;
    byId('layout').dataset.view = this.#view;
    byId('slot-1').hidden = !isTwo;
    byId('two-charts').textContent = isTwo ? w().oneChart : w().twoCharts;
    this.#fit();
  }

  closeList() {
    byId('patients-toggle').setAttribute('aria-expanded', 'false');
    delete byId('layout').dataset.drawer;
  }

  #fit() {
    const fits = this.#view === 'side' && window.innerWidth - LIST - this.#width >= CHART;
    byId('layout').dataset.list = fits ? 'rail' : 'drawer';
    byId('patients-toggle').hidden = fits;
    if (fits) this.closeList();
  }

  #toggleList() {
    const opens = byId('layout').dataset.drawer === undefined;
    this.closeList();
    if (!opens) return;
    byId('patients-toggle').setAttribute('aria-expanded', 'true');
    byId('layout').dataset.drawer = 'open';
    this.#onOpenList();
  }
}
