// What SMART App Launch asks of a client, requirement by requirement, for each launch.
import {api} from './api.js';
import {bdi, byId, h} from './dom.js';
import {readState} from './state.js';
import {setLanguage, w} from './words.js';

let state = readState(location.search, navigator.language);
let data = null;
document.documentElement.dataset.theme = state.theme;

async function load() {
  const [launches, requirements, {people}] = await Promise.all([
    api.checks(),
    api.requirements(),
    api.people(),
  ]);
  data = {launches: launches.toReversed(), requirements, people};
  draw();
}

function draw() {
  setLanguage(state.lang);
  document.title = w().checksTitle;
  byId('back').setAttribute('href', `/?lang=${state.lang}&theme=${state.theme}`);
  for (const button of byId('languages').children) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === state.lang));
  }
  if (data === null) return;
  const {launches} = data;
  byId('launches').replaceChildren(
    ...(launches.length === 0
      ? [h('p', {class: 'card quiet'}, w().noLaunches)]
      : launches.map((launch, index) => cardOf(launch, index === 0))),
  );
}

function cardOf({id, personality, patientId, checks}, isNewest) {
  const person = data.people.find((one) => one.id === patientId);
  const failed = checks.filter((one) => one.failed > 0).length;
  const waiting = data.requirements.length - checks.length;
  const byRequirement = new Map(checks.map((one) => [one.id, one]));
  const order = (one) => (byRequirement.get(one.id)?.failed > 0 ? 0 : 1);
  const rows = data.requirements.toSorted((one, next) => order(one) - order(next));
  const {requirement, section, result, seen} = w();
  return h(
    'details',
    {class: 'card', 'data-launch': id, 'data-failed': failed, open: isNewest || failed > 0},
    h(
      'summary',
      {},
      h('h2', {}, w().launchHeading(id)),
      h('span', {class: 'quiet'}, bdi(person?.name ?? patientId ?? w().noPatient), ` · ${personality}`),
      h(
        'span',
        {class: failed > 0 ? 'tally bad' : 'tally good'},
        w().tally(checks.length - failed, failed, waiting),
      ),
    ),
    h(
      'div',
      {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': w().launchHeading(id)},
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h('tr', {}, ...[result, requirement, section, seen].map((text) => h('th', {scope: 'col'}, text))),
        ),
        h('tbody', {}, ...rows.map((one) => rowOf(one, byRequirement.get(one.id)))),
      ),
    ),
  );
}

function rowOf({id, section, text}, check) {
  const outcome = check === undefined ? 'notSeen' : check.failed > 0 ? 'notPassed' : 'passed';
  return h(
    'tr',
    {'data-requirement': id, 'data-outcome': outcome},
    h('td', {}, h('span', {class: `outcome ${outcome}`}, w()[outcome])),
    h(
      'td',
      {},
      w().requirementTexts[id] ?? text,
      ' ',
      h('code', {}, id),
      check?.detail ? h('p', {class: 'bad'}, `${w().firstFailure} `, bdi(check.detail)) : null,
    ),
    h('td', {class: 'section'}, section),
    h('td', {class: 'number'}, check === undefined ? '–' : w().times(check.passed, check.failed)),
  );
}

byId('languages').addEventListener('click', ({target}) => {
  if (target.dataset.lang === undefined) return;
  state = {...state, lang: target.dataset.lang};
  history.replaceState(null, '', `/checks?lang=${state.lang}&theme=${state.theme}`);
  draw();
});
byId('refresh').addEventListener('click', () => void load());
draw();
await load();
document.documentElement.dataset.ready = '';
