import {api} from './api.js';
import {bdi, byId, h} from './dom.js';
import {caseOf} from './people-list.js';
import {figure, inLanguage, langTag, timeOfDay, w} from './words.js';

/** The chart's summary: story, problems, what is in the record and what was written to it. */
export class Summary {
  #person = null;
  #data = null;
  #turn = 0;

  /** Shows a person; what belonged to the one before goes at once. */
  async show(person) {
    this.#person = person;
    this.#data = null;
    this.draw();
    await this.refresh();
  }

  /** Asks again, for example after a write. */
  async refresh() {
    const turn = ++this.#turn;
    const id = this.#person.id;
    const [problems, record] = await Promise.allSettled([api.problems(id), api.record(id)]);
    if (turn !== this.#turn) return;
    this.#data = {problems, record};
    this.draw();
  }

  draw() {
    if (this.#person === null) return;
    const story = inLanguage(this.#person.story);
    byId('view-summary').replaceChildren(
      ...(story === ''
        ? []
        : [
            card(w().storyHeading, 'story', h('p', {class: 'case'}, caseOf(this.#person)), h('p', {}, story)),
          ]),
      card(w().problems, 'problems', ...this.#problems()),
      ...this.#record(),
    );
  }

  #problems() {
    if (this.#data === null) return [];
    const {status, value} = this.#data.problems;
    if (status === 'rejected') return [h('p', {class: 'quiet'}, w().failed)];
    if (value.length === 0) return [h('p', {class: 'quiet'}, w().noProblems)];
    const lines = value.map(({text, since}) =>
      h('li', {}, bdi(text), since === '' ? null : h('span', {class: 'quiet'}, ` ${w().since(since)}`)),
    );
    return [h('ul', {class: 'plain'}, ...lines)];
  }

  #record() {
    if (this.#data === null) return [];
    const {status, value} = this.#data.record;
    if (status === 'rejected') return [card(w().inRecord, 'record', h('p', {class: 'quiet'}, w().failed))];
    // The record lies in another server, which the chart does not read through.
    if (value === null) return [];
    const counts =
      value.counts.length === 0
        ? h('p', {class: 'quiet'}, w().nothingInRecord)
        : h(
            'ul',
            {class: 'counts'},
            ...value.counts.map(({type, count}) =>
              h('li', {}, h('strong', {}, figure(count)), h('span', {translate: 'no'}, type)),
            ),
          );
    const written =
      value.written.length === 0
        ? h('p', {class: 'quiet'}, w().nothingWritten)
        : h('ol', {class: 'written', id: 'written'}, ...value.written.slice(0, 30).map(writtenLine));
    return [card(w().written, 'written', written), card(w().inRecord, 'record', counts)];
  }
}

function writtenLine({type, id, versionId, at, method, text}) {
  return h(
    'li',
    {'data-resource': `${type}/${id}`},
    h('time', {datetime: at, lang: langTag()}, timeOfDay(at)),
    h('span', {class: 'method'}, method),
    h(
      'span',
      {class: 'what'},
      h('code', {}, `${type}/${id}`),
      ` ${w().version(versionId)}`,
      text === '' ? null : h('q', {}, bdi(text)),
    ),
  );
}

function card(title, name, ...content) {
  return h('section', {class: 'card', 'data-card': name}, h('h2', {}, title), ...content);
}
