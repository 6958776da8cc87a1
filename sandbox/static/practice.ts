// Practice: the panel on invented people, with their record in the memory of this page. Nothing leaves it.
import '../../src/define.ts';
import {AS_OF, loadPeople} from '../../fixtures/people.ts';
import {PERSONALITIES} from '../fhir/personalities.ts';
import {drawChoices, drawPages, readChoices} from './choices.ts';
import {MemoryRecord} from './memory-transport.ts';
import {wordsOf, type Language} from './words.ts';

const people = loadPeople();
const chosen = readChoices({
  lang: ['en-CA', 'fr-CA'],
  person: people.map(({slug}) => slug),
  record: PERSONALITIES.map(({name}) => name),
  theme: ['light', 'dark', 'auto'],
  width: ['full', '210', '360', '420', '800'],
});
const place = (id: string): HTMLElement => document.getElementById(id)!;

/** The day goes on from the one on which these people are as told. */
const now = (): Date => new Date(Date.parse(`${AS_OF}T12:00:00Z`) + performance.now());
const record = new MemoryRecord(people, now);

function draw(): void {
  const lang = chosen['lang'] as Language;
  const t = wordsOf(lang);
  const person = people.find(({slug}) => slug === chosen['person'])!;
  const own = lang === 'fr-CA' ? 'fr' : 'en';
  document.documentElement.lang = lang;
  document.documentElement.dataset['theme'] = chosen['theme']!;
  document.title = t.practice.title;
  place('title').textContent = t.practice.title;
  drawPages(place('pages'), t.pages, lang);
  const choices = [
    {
      name: 'person',
      label: t.practice.person,
      options: people.map((one) => [one.slug, one.title[own]] as const),
    },
    {
      name: 'record',
      label: t.practice.record,
      options: PERSONALITIES.map((one) => [one.name, one.title] as const),
    },
    {
      name: 'lang',
      label: t.language,
      options: [
        ['en-CA', 'English'],
        ['fr-CA', 'Français'],
      ] as const,
    },
    {name: 'theme', label: t.theme, options: Object.entries(t.themes)},
    {
      name: 'width',
      label: t.width,
      options: [
        ['full', t.full] as const,
        ...['210', '360', '420', '800'].map((px) => [px, `${px} px`] as const),
      ],
    },
  ];
  drawChoices(place('choices') as HTMLFormElement, choices, chosen, draw);
  place('intro').textContent = t.practice.intro;
  place('story-title').textContent = t.practice.story;
  place('story').textContent = person.story[own];
  place('tasks-title').textContent = t.practice.tasks;
  place('tasks').replaceChildren(
    ...t.practice.list.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
  place('stage').dataset['width'] = chosen['width']!;
  show(lang, person.resources.find(({resourceType}) => resourceType === 'Patient')?.id ?? '');
}

let shown = '';

/** The panel is made anew for another person or record system; another language or look keeps what was typed. */
function show(lang: Language, patientId: string): void {
  const stage = place('stage');
  const which = `${patientId} ${chosen['record']}`;
  const old = stage.querySelector('isp-panel');
  const panel = old && which === shown ? old : document.createElement('isp-panel');
  panel.lang = lang;
  panel.theme = chosen['theme'] as 'light' | 'dark' | 'auto';
  if (panel === old) return;
  old?.dispose();
  shown = which;
  panel.config = {practiceDate: AS_OF};
  panel.user = 'Practitioner/sandbox-nurse';
  panel.transport = record.transport(
    patientId,
    PERSONALITIES.find(({name}) => name === chosen['record'])!,
  );
  panel.patient = patientId;
  stage.replaceChildren(panel);
}

draw();
