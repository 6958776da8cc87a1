// Puts the parts of the chart together and keeps the address in step with what is shown.
import {api} from './api.js';
import {Arrangement} from './arrangement.js';
import {bannerOf} from './banner.js';
import {Divider} from './divider.js';
import {byId, h, wireTabs} from './dom.js';
import {FaultBoard} from './fault-board.js';
import {LaunchDesk, openTab} from './launch-desk.js';
import {PeopleList} from './people-list.js';
import {RequestLogView} from './request-log.js';
import {Slot} from './slot.js';
import {readState, writeState} from './state.js';
import {Summary} from './summary.js';
import {setLanguage, w} from './words.js';

const state = readState(location.search, navigator.language);
document.documentElement.dataset.theme = state.theme;
setLanguage(state.lang);

const {people, personalities, faults} = await api.people();
const find = (name) => people.find(({id, slug}) => name !== null && (id === name || slug === name));
let person = find(state.patient) ?? people[0];
let other = find(state.other) ?? null;
let isReady = false;
const wasOpen = state.open;

const choiceFor = ({id}) => ({
  patientId: id,
  personality: state.personality,
  lang: state.lang,
  theme: state.theme,
  options: desk.options(),
});
const slots = [0, 1].map((index) => new Slot(index, choiceFor, (event, id) => onSlot(index, event, id)));
const list = new PeopleList((one) => void pick(one));
const arrangement = new Arrangement(() => list.focus());
const summary = new Summary();
const board = new FaultBoard(faults);
state.personality = personalities.some(({name}) => name === state.personality)
  ? state.personality
  : (personalities[0]?.name ?? null);
const desk = new LaunchDesk(personalities, state.personality, {
  inSide: () => void slots[0].launch(),
  inTab: () => void openTab(choiceFor(person), false),
  standalone: () => void openTab(choiceFor(person), true),
  personality: (name) => relaunch({personality: name}),
});
const log = new RequestLogView((wrote) => {
  if (wrote) void summary.refresh();
  if (!byId('view-faults').hidden) void board.refresh();
});
const divider = new Divider((width) => {
  state.width = width;
  keepAddress();
  arrangement.show(other !== null, state.width);
});
const selectTab = wireTabs(byId('tabs'), (tab) => {
  state.tab = tab;
  if (tab === 'faults' && isReady) void board.refresh();
  keepAddress();
});

function onSlot(index, event, id) {
  if (event === 'pick') void pick(find(id), index);
  else {
    state.open = slots.some(({isOpen}) => isOpen);
    keepAddress();
  }
}

/** Opens a patient's chart: everything of the one before goes first. */
async function pick(next, index = 0) {
  arrangement.closeList();
  if (index === 1) {
    other = next;
    state.other = next.slug || next.id;
    await slots[1].setPerson(next);
    return;
  }
  person = next;
  state.patient = next.slug || next.id;
  const opened = slots[0].setPerson(next);
  list.choose(next);
  drawBanner();
  await Promise.all([summary.show(next), opened]);
}

async function compare(next) {
  other = next;
  state.other = next === null ? null : next.slug || next.id;
  arrangement.show(other !== null, state.width);
  keepAddress();
  if (next === null) slots[1].close();
  else {
    await slots[1].setPerson(next);
    for (const slot of slots) if (!slot.isOpen) void slot.launch();
  }
}

function relaunch(change) {
  Object.assign(state, change);
  keepAddress();
  for (const slot of slots) if (slot.isOpen) void slot.launch();
}

function keepAddress() {
  if (!isReady) return;
  history.replaceState(history.state, '', writeState(state));
  byId('checks-link').setAttribute('href', `/checks?lang=${state.lang}&theme=${state.theme}`);
  byId('gallery-link').setAttribute('href', `/static/gallery.html?lang=${state.lang}&theme=${state.theme}`);
}

function drawBanner() {
  byId('banner').replaceChildren(...bannerOf(person));
  document.title = `${person.name} – ${w().title}`;
}

function draw() {
  byId('user').title = w().user;
  byId('theme').value = state.theme;
  for (const button of byId('languages').children) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === state.lang));
  }
  drawBanner();
  for (const part of [list, summary, desk, board, log, divider, ...slots]) part.draw();
  arrangement.show(other !== null, state.width);
}

byId('languages').addEventListener('click', ({target}) => {
  const {lang} = target.dataset;
  if (lang === undefined || lang === state.lang) return;
  setLanguage(lang);
  relaunch({lang});
  draw();
});
byId('theme').addEventListener('change', ({target}) => {
  document.documentElement.dataset.theme = target.value;
  relaunch({theme: target.value});
});
byId('two-charts').addEventListener('click', () => {
  void compare(other === null ? (people.find((one) => one !== person) ?? null) : null);
});

if (person === undefined) byId('chart').replaceChildren(h('p', {class: 'quiet'}, w().noneFound));
else {
  state.patient = person.slug || person.id;
  for (const slot of slots) slot.setPeople(people);
  list.show(people, person);
  divider.set(state.width);
  selectTab(state.tab);
  await Promise.all([slots[0].setPerson(person), other === null ? null : slots[1].setPerson(other)]);
  await board.load();
  await log.start();
  draw();
  isReady = true;
  if (wasOpen) for (const slot of other === null ? [slots[0]] : slots) void slot.launch();
  void summary.show(person);
  keepAddress();
  document.documentElement.dataset.ready = '';
}
