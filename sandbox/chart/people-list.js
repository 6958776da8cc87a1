import {bdi, byId, h} from './dom.js';
import {inLanguage, w} from './words.js';

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The patient list: search, pick, move with the arrow keys. */
export class PeopleList {
  #people = [];
  #chosen = null;
  #onPick;
  #list = byId('patient-list');
  #search = byId('patient-search');

  constructor(onPick) {
    this.#onPick = onPick;
    this.#search.addEventListener('input', () => this.draw());
    this.#list.addEventListener('click', ({target}) => this.#pick(target.closest('button')));
    for (const part of [this.#list, this.#search]) {
      part.addEventListener('keydown', (event) => this.#move(event));
    }
  }

  show(people, chosen) {
    this.#people = people;
    this.#chosen = chosen;
    this.draw();
  }

  choose(chosen) {
    this.#chosen = chosen;
    for (const button of this.#list.querySelectorAll('button')) {
      if (button.dataset.patient === chosen.id) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  focus() {
    this.#search.focus();
  }

  draw() {
    this.#search.placeholder = w().searchHint;
    const wanted = fold(this.#search.value.trim());
    const found = this.#people.filter(({name, identifier, title, story}) =>
      fold([name, identifier, title.en, title.fr, story.en, story.fr].join(' ')).includes(wanted),
    );
    byId('patient-count').textContent = found.length === 0 ? w().noneFound : w().found(found.length);
    this.#list.replaceChildren(...found.map((person) => this.#line(person)));
  }

  #line(person) {
    const {id, slug, name, birthDate, identifier} = person;
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'data-patient': id,
          'data-slug': slug,
          'aria-current': id === this.#chosen?.id ? 'true' : null,
        },
        bdi(name, {class: 'name'}),
        h('span', {class: 'facts'}, bdi(birthDate), ' · ', bdi(identifier)),
        h('span', {class: 'case'}, caseOf(person)),
        h('span', {class: 'story'}, firstSentence(inLanguage(person.story))),
      ),
    );
  }

  #pick(button) {
    const person = this.#people.find(({id}) => id === button?.dataset.patient);
    if (person !== undefined) this.#onPick(person);
  }

  #move(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...this.#list.querySelectorAll('button')];
    const next = buttons.indexOf(document.activeElement) + step;
    if (next < 0) this.#search.focus();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  }
}

/** What the person is an example of: the title without the name. */
export function caseOf({title, name}) {
  const text = inLanguage(title);
  if (text === name) return '';
  const rest = text.split(', ').slice(1).join(', ') || text;
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
}

/** A list is for finding somebody; the whole story stands in the summary. */
function firstSentence(story) {
  return /^.*?[.!?](?=\s|$)/su.exec(story)?.[0] ?? story;
}
