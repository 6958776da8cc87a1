// The words of the page in the chosen language.
import {en} from './words-en.js';
import {fr} from './words-fr.js';

let words = en;
let tag = 'en-CA';

/** The chosen language's catalogue. */
export function w() {
  return words;
}

/** BCP 47 tag of the chosen language. */
export function langTag() {
  return tag;
}

/** The part of a bilingual text that belongs to the chosen language. */
export function inLanguage(text) {
  return (tag === 'fr-CA' ? text.fr : text.en) || text.en || text.fr;
}

/** Changes the language and fills every element that names a word. */
export function setLanguage(next) {
  tag = next;
  words = next === 'fr-CA' ? fr : en;
  document.documentElement.lang = next;
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = words[element.dataset.word];
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', words[element.dataset.label]);
  }
}

/** A number as the language writes it. */
export function figure(value) {
  return new Intl.NumberFormat(tag).format(value);
}

/** Time of day to the second, written as logs do in both languages. */
export function timeOfDay(instant) {
  const time = new Date(instant);
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
