import {api} from './api.js';
import {byId, h} from './dom.js';
import {choices, field, group, press, text} from './fields.js';
import {figure, w} from './words.js';

const DELAYS = [0, 150, 500, 1000, 2000, 5000];
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The view in which things are made to go wrong: delay, expired tokens, faults. */
export class FaultBoard {
  #kinds;
  #latencyMs = 0;
  #rules = [];

  constructor(kinds) {
    this.#kinds = kinds;
  }

  async load() {
    const [settings, rules] = await Promise.all([api.settings(), api.faults()]);
    this.#latencyMs = settings.latencyMs;
    this.#rules = rules;
    this.draw();
  }

  /** How often each fault was played changes with every request. */
  async refresh() {
    this.#rules = await api.faults();
    this.#drawRules();
  }

  draw() {
    const delays = [...new Set([...DELAYS, this.#latencyMs])].toSorted((one, other) => one - other);
    const kinds = this.#kinds.map((kind) => [kind, `${kind} – ${w().kinds[kind] ?? ''}`]);
    byId('view-faults').replaceChildren(
      h(
        'div',
        {class: 'pair'},
        group(
          w().latency,
          choices(
            'latency',
            delays.map((ms) => [String(ms), ms === 0 ? w().noDelay : `${figure(ms)}\u00a0ms`]),
            String(this.#latencyMs),
            (value) =>
              void api.setLatency(Number(value)).then(({latencyMs}) => (this.#latencyMs = latencyMs)),
          ),
        ),
        group(
          w().tokens,
          press('expire', w().expire, () => void this.#expire()),
          h('p', {class: 'hint', role: 'status', id: 'expired'}),
        ),
      ),
      group(
        w().addFault,
        h(
          'form',
          {id: 'fault-form', class: 'fields', submit: (event) => void this.#add(event)},
          field(w().kind, choices('fault-kind', kinds, this.#kinds[0])),
          field(
            w().method,
            choices('fault-method', [['', w().any], ...METHODS.map((name) => [name, name])], ''),
          ),
          field(w().path, text('fault-path', '', {placeholder: '/Goal'})),
          field(w().nth, text('fault-nth', '', {inputmode: 'numeric', pattern: '[0-9, ]*'}), w().nthHint),
          field(w().probability, text('fault-probability', '', {type: 'number', min: 0, max: 1, step: 0.05})),
          h('div', {class: 'row'}, h('button', {type: 'submit', id: 'fault-add', class: 'primary'}, w().add)),
          h('p', {class: 'bad wide', role: 'alert', id: 'fault-error'}),
        ),
      ),
      group(w().active, h('div', {id: 'fault-list'})),
    );
    byId('latency').setAttribute('aria-label', w().latency);
    this.#drawRules();
  }

  async #expire() {
    await api.expire();
    byId('expired').textContent = w().expired;
  }

  async #add(event) {
    event.preventDefault();
    const value = (name) => byId(`fault-${name}`).value.trim();
    const calls = value('nth')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    const rule = {kind: value('kind')};
    if (value('method') !== '') rule.method = value('method');
    if (value('path') !== '') rule.path = value('path');
    if (calls.length > 0) rule.nth = calls;
    if (value('probability') !== '') rule.probability = Number(value('probability'));
    const error = byId('fault-error');
    error.textContent = '';
    try {
      await api.addFault(rule);
      await this.refresh();
    } catch ({message}) {
      error.textContent = message;
    }
  }

  async #clear(id) {
    await api.clearFaults(id);
    await this.refresh();
    byId('fault-kind').focus();
  }

  #drawRules() {
    const count = byId('fault-count');
    count.hidden = this.#rules.length === 0;
    count.textContent = String(this.#rules.length);
    const list = byId('fault-list');
    if (this.#rules.length === 0) {
      list.replaceChildren(h('p', {class: 'quiet'}, w().noFaults));
      return;
    }
    list.replaceChildren(
      h('ul', {class: 'rules'}, ...this.#rules.map((rule) => this.#line(rule))),
      press('faults-clear', w().clearAll, () => void this.#clear()),
    );
  }

  #line({id, kind, method, path, nth, probability, calls, played}) {
    const when = [
      nth === undefined ? null : w().calls([nth].flat().join(', ')),
      probability === undefined ? null : w().chance(figure(probability)),
    ].filter(Boolean);
    return h(
      'li',
      {'data-fault': id},
      h(
        'div',
        {},
        h('p', {}, h('strong', {}, kind), ` ${w().kinds[kind] ?? ''}`),
        h(
          'p',
          {class: 'quiet'},
          [method, path ?? w().allRequests].filter(Boolean).join(' '),
          ' · ',
          when.join(', ') || w().everyCall,
          ' · ',
          w().played(played, calls),
        ),
      ),
      h(
        'button',
        {type: 'button', 'aria-label': w().removeOf(kind), click: () => void this.#clear(id)},
        w().remove,
      ),
    );
  }
}
