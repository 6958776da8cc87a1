import {h} from './dom.js';

/** A labelled control; the hint is part of its description. */
export function field(label, control, hint = '') {
  const id = control.id;
  if (hint !== '') control.setAttribute('aria-describedby', `${id}-hint`);
  return h(
    'div',
    {class: 'field'},
    h('label', {for: id}, label),
    control,
    hint === '' ? null : h('p', {class: 'hint', id: `${id}-hint`}, hint),
  );
}

export function check(id, label, checked) {
  return h(
    'label',
    {class: 'check', for: id},
    h('input', {type: 'checkbox', id, checked}),
    h('span', {}, label),
  );
}

export function choices(id, entries, chosen, onChange = () => undefined) {
  const select = h('select', {id, change: ({target}) => onChange(target.value)});
  for (const [value, text] of entries) select.append(h('option', {value}, text));
  select.value = chosen;
  return select;
}

export function text(id, value = '', more = {}) {
  return h('input', {type: 'text', id, value, autocomplete: 'off', spellcheck: 'false', ...more});
}

export function press(id, label, onClick, kind = '') {
  return h('button', {type: 'button', id, class: kind || null, click: onClick}, label);
}

export function group(title, ...content) {
  return h('section', {class: 'card'}, h('h2', {}, title), ...content);
}
