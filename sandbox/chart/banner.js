import {bdi, h} from './dom.js';
import {w} from './words.js';

/** Who the patient is, as every chart shows it. */
export function bannerOf({name, birthDate, gender, identifier}) {
  const age = ageOf(birthDate);
  return [
    h('h1', {class: 'who'}, bdi(name)),
    h(
      'dl',
      {class: 'whose'},
      fact(w().born, birthDate || '–', age === null ? '' : ` (${w().age(age)})`),
      fact(w().genderLabel, w().gender[gender] ?? w().gender.unknown),
      fact(w().number, identifier || '–'),
    ),
  ];
}

function fact(label, value, more = '') {
  return h('div', {}, h('dt', {}, label), h('dd', {}, bdi(value), more));
}

/** Whole years today; null where the day of birth is not known. */
export function ageOf(birthDate, today = new Date()) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthDate);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  const had = today.getMonth() + 1 > month || (today.getMonth() + 1 === month && today.getDate() >= day);
  return today.getFullYear() - year - (had ? 0 : 1);
}
