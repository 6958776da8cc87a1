import {api} from './api.js';
import {byId, h} from './dom.js';
import {press} from './fields.js';
import {figure, timeOfDay, w} from './words.js';

const SHOWN = 200;
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** The view of every request to the record system, as they happen. */
export class RequestLogView {
  #entries = [];
  #preflights = 0;
  #bytes = 0;
  #onFinished;
  #scheduled = false;
  #wrote = false;

  /** @param {(wrote: boolean) => void} onFinished told, at most once a frame, that requests came to an end */
  constructor(onFinished) {
    this.#onFinished = onFinished;
  }

  async start() {
    const {entries, preflights} = await api.log();
    this.#entries = entries.filter(({ms, status}) => status > 0 || ms > 0);
    this.#preflights = preflights.length;
    this.#bytes = entries.reduce((sum, {bytes}) => sum + bytes, 0);
    this.draw();
    const source = new EventSource('/api/log/live');
    source.addEventListener('message', ({data}) => this.#take(JSON.parse(data)));
    source.addEventListener('open', () => this.#say(true));
    source.addEventListener('error', () => this.#say(false));
  }

  draw() {
    const {time, method, path, status, ms} = w().column;
    const heads = [time, method, path, status, ms].map((text) => h('th', {scope: 'col'}, text));
    byId('view-requests').replaceChildren(
      h(
        'div',
        {class: 'row log-head'},
        h('p', {id: 'log-summary'}),
        h('span', {class: 'spring'}),
        press('log-clear', w().clear, () => void this.#clear()),
      ),
      h('p', {class: 'quiet', id: 'log-empty'}, w().noRequests),
      h(
        'table',
        {class: 'log', id: 'log'},
        h('thead', {}, h('tr', {}, ...heads)),
        h('tbody', {}, ...this.#entries.slice(-SHOWN).toReversed().map(lineOf)),
      ),
    );
    this.#count();
  }

  #take(entry) {
    if (entry.method === 'OPTIONS') this.#preflights += 1;
    else {
      this.#entries.push(entry);
      this.#bytes += entry.bytes;
      const body = byId('log').tBodies[0];
      body.prepend(lineOf(entry));
      if (body.rows.length > SHOWN) body.lastElementChild.remove();
    }
    this.#count();
    this.#tell(WRITES.includes(entry.method) && /\/fhir\b/.test(entry.path));
  }

  /** Many requests end at once; what depends on them is asked for once. */
  #tell(wrote) {
    this.#wrote ||= wrote;
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#onFinished(this.#wrote);
      this.#wrote = false;
    });
  }

  #count() {
    const requests = this.#entries.length;
    byId('log-summary').textContent = w().logSummary(
      requests,
      this.#preflights,
      figure(Math.round(this.#bytes / 1024)),
    );
    byId('log-empty').hidden = requests > 0;
    byId('log').hidden = requests === 0;
    const count = byId('request-count');
    count.hidden = requests === 0;
    count.textContent = figure(requests);
  }

  #say(isLive) {
    byId('offline').hidden = isLive;
    byId('offline').textContent = isLive ? '' : w().offline;
  }

  async #clear() {
    await api.clearLog();
    this.#entries = [];
    this.#preflights = 0;
    this.#bytes = 0;
    this.draw();
    byId('log-clear').focus();
  }
}

function lineOf({id, at, method, path, status, ms, fault, launchId}) {
  const isBad = status === 0 || status >= 400;
  const readable = path.replace(/^\/+/, '');
  return h(
    'tr',
    {'data-request': id, 'data-launch': launchId, class: isBad ? 'bad-line' : null},
    h('td', {}, h('time', {datetime: at}, timeOfDay(at))),
    h('td', {}, h('span', {class: 'method'}, method)),
    h(
      'td',
      {class: 'path'},
      h('code', {}, decoded(readable)),
      fault === null ? null : h('span', {class: 'tag'}, w().fault(fault)),
    ),
    h('td', {class: 'number'}, status === 0 ? w().noAnswer : String(status)),
    h('td', {class: 'number'}, String(ms)),
  );
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
