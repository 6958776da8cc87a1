import {api} from './api.js';
import {bannerOf} from './banner.js';
import {byId, h} from './dom.js';
import {reloadFrame} from './frame-reload.js';
import {w} from './words.js';

/** One place where the panel is framed, on one patient. Every launch gets a frame of its own. */
export class Slot {
  #index;
  #root;
  #choice;
  #onChange;
  #picker = null;
  #stage = h('div', {class: 'stage'});
  #person = null;
  #status = 'closed';
  #launchId = null;
  #turn = 0;

  /**
   * @param {number} index
   * @param {(person: object) => object} choice what the switches say about a launch on this person
   * @param {(event: 'status' | 'pick', detail?: string) => void} onChange
   */
  constructor(index, choice, onChange) {
    this.#index = index;
    this.#root = byId(`slot-${index}`);
    this.#choice = choice;
    this.#onChange = onChange;
  }

  get isOpen() {
    return this.#status === 'open' || this.#status === 'opening';
  }

  /** Changes the patient. The frame of the one before goes before anything else is done. */
  async setPerson(person) {
    const reopen = this.isOpen;
    this.#person = person;
    this.close();
    if (reopen) await this.launch();
  }

  setPeople(people) {
    this.#picker = h(
      'select',
      {id: `patient-${this.#index}`, change: ({target}) => this.#onChange('pick', target.value)},
      ...people.map(({id, name}) => h('option', {value: id}, name)),
    );
    this.draw();
  }

  async launch() {
    const turn = ++this.#turn;
    this.#stage.replaceChildren();
    this.#set('opening');
    try {
      const {launchId, url} = await api.launch(this.#choice(this.#person));
      if (turn !== this.#turn) return;
      this.#launchId = launchId;
      const frame = h('iframe', {
        id: `frame-${this.#index}`,
        title: w().panelOf(this.#person.name),
        allow: 'clipboard-write',
        'data-launch': launchId,
        'data-patient': this.#person.id,
        src: url,
      });
      frame.addEventListener('load', () => turn === this.#turn && this.#set('open'), {once: true});
      this.#stage.replaceChildren(frame);
      this.#set('opening');
    } catch {
      if (turn === this.#turn) this.#set('failed');
    }
  }

  async reload() {
    const frame = this.#stage.querySelector('iframe');
    if (frame === null) return;
    this.#root.dataset.reloading = '';
    await reloadFrame(frame);
    delete this.#root.dataset.reloading;
    this.#root.dataset.reloads = String(Number(this.#root.dataset.reloads ?? 0) + 1);
  }

  close() {
    this.#turn += 1;
    this.#launchId = null;
    this.#stage.replaceChildren();
    this.#set('closed');
  }

  #set(status) {
    this.#status = status;
    this.draw();
    this.#onChange('status');
  }

  /** Draws everything but the frame, which must not be touched. */
  draw() {
    if (this.#person === null) return;
    const {name, id} = this.#person;
    this.#root.dataset.status = this.#status;
    this.#root.setAttribute('aria-label', w().panelOf(name));
    if (this.#picker !== null) {
      this.#picker.value = id;
      this.#picker.setAttribute('aria-label', w().patientOf(this.#index + 1));
    }
    const focused = document.activeElement?.closest(`#slot-${this.#index} .bar button`)?.className;
    const head = h(
      'div',
      {class: 'slot-head'},
      h(
        'div',
        {class: 'slot-banner banner', 'data-banner': this.#index},
        this.#picker,
        ...bannerOf(this.#person),
      ),
      h(
        'div',
        {class: 'bar'},
        h(
          'p',
          {class: 'chip', role: 'status', 'data-status': this.#status},
          w().status[this.#status],
          this.#launchId === null ? null : h('span', {class: 'launch-id'}, ` ${this.#launchId}`),
        ),
        h('span', {class: 'spring'}),
        ...this.#buttons(name),
      ),
    );
    if (this.#root.contains(this.#stage)) this.#root.firstElementChild.replaceWith(head);
    else this.#root.replaceChildren(head, this.#stage);
    if (focused !== undefined) head.querySelector(`.${focused}`)?.focus();
    if (this.#stage.querySelector('iframe') === null) this.#stage.replaceChildren(...this.#empty());
  }

  #buttons(name) {
    if (!this.isOpen) return [];
    const index = this.#index;
    return [
      button('reload', w().reload, w().reloadOf(name), {
        'data-reload': index,
        click: () => void this.reload(),
      }),
      button('again', w().again, w().againOf(name), {'data-again': index, click: () => void this.launch()}),
      button('close', '×', w().closePanelOf(name), {'data-close': index, click: () => this.close()}),
    ];
  }

  #empty() {
    if (this.#status === 'opening') return [h('p', {class: 'quiet'}, w().status.opening)];
    return [
      h(
        'div',
        {class: 'invite'},
        this.#status === 'failed' ? h('p', {class: 'bad'}, w().status.failed) : null,
        h(
          'button',
          {type: 'button', class: 'primary', 'data-open': this.#index, click: () => void this.launch()},
          w().openPanel,
        ),
        h('p', {class: 'quiet'}, w().openPanelHint),
      ),
    ];
  }
}

function button(name, text, label, more) {
  return h('button', {type: 'button', class: name, 'aria-label': label, title: label, ...more}, text);
}
