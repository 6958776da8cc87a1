// The gallery: every state of the panel and of its elements, each drawn from a JSON file. No record system is asked.
import '../../src/define.ts';
import '../../src/summary.ts';
import type {PanelState} from '../../src/app/state.ts';
import {drawChoices, drawPages, readChoices} from './choices.ts';
import {galleryStates, type GalleryState} from './gallery-states.ts';
import {elementsIn, pressIn, stands} from './in-shadow.ts';
import {stillPanel} from './still-panel.ts';
import {wordsOf, type Language} from './words.ts';

const chosen = readChoices({
  lang: ['en-CA', 'fr-CA', 'both'],
  theme: ['light', 'dark', 'auto'],
  width: ['420', '210', '360', '800', 'full'],
});
/** `?only=name` draws one picture alone: for a closer look, and for tests. */
const only = new URLSearchParams(location.search).get('only');
const states = galleryStates.filter(({name}) => only === null || name === only);
const place = (id: string): HTMLElement => document.getElementById(id)!;
const own = (): 'en' | 'fr' => (chosen['lang'] === 'fr-CA' ? 'fr' : 'en');
let drawing = 0;

/** Draws the page, then the pictures one after the other; a new choice stops those of the former one. */
async function draw(): Promise<void> {
  const mine = ++drawing;
  delete document.documentElement.dataset['drawn'];
  frame();
  place('pictures').replaceChildren(...states.map(heading));
  const seen = new Map<string, Set<string>>();
  for (const one of states) {
    const state = (await (await fetch(`./states/${one.name}.json`)).json()) as PanelState;
    const languages: readonly Language[] =
      chosen['lang'] === 'both' ? ['en-CA', 'fr-CA'] : [chosen['lang'] as Language];
    const panels = await Promise.all(languages.map((lang) => picture(one, state, lang)));
    if (mine !== drawing) return;
    for (const tag of panels.flatMap((panel) => [...elementsIn(panel)]))
      seen.set(tag, (seen.get(tag) ?? new Set()).add(one.name));
    index(seen);
  }
  // Forms that have opened took the focus, and the page with it.
  document.querySelector(location.hash === '' ? 'body' : location.hash)?.scrollIntoView();
  document.documentElement.dataset['drawn'] = 'yes';
}

function frame(): void {
  const t = wordsOf(chosen['lang']!);
  document.documentElement.lang = chosen['lang'] === 'fr-CA' ? 'fr-CA' : 'en-CA';
  document.documentElement.dataset['theme'] = chosen['theme']!;
  document.title = t.gallery.title;
  place('title').textContent = t.gallery.title;
  place('intro').textContent = t.gallery.intro;
  place('states-title').textContent = t.gallery.by;
  place('elements-title').textContent = t.gallery.elements;
  drawPages(place('pages'), t.pages, document.documentElement.lang);
  const languages = [
    ['en-CA', 'English'],
    ['fr-CA', 'Français'],
    ['both', t.gallery.both],
  ] as const;
  const widths = ['420', '210', '360', '800'].map((px) => [px, `${px} px`] as const);
  drawChoices(
    place('choices') as HTMLFormElement,
    [
      {name: 'lang', label: t.language, options: languages},
      {name: 'theme', label: t.theme, options: Object.entries(t.themes)},
      {name: 'width', label: t.width, options: [...widths, ['full', t.full]]},
    ],
    chosen,
    () => void draw(),
  );
  place('states').replaceChildren(
    ...states.map(({name, title}) => {
      const item = document.createElement('li');
      item.append(link(`#${name}`, title[own()]));
      return item;
    }),
  );
}

function heading({name, title}: GalleryState): HTMLElement {
  const t = wordsOf(chosen['lang']!).gallery;
  const section = document.createElement('section');
  section.className = 'state';
  section.id = name;
  const line = document.createElement('div');
  line.className = 'heading';
  const words = document.createElement('h2');
  words.textContent = title[own()];
  const query = new URLSearchParams({...chosen, only: name});
  line.append(words, link(`?${query}`, t.link), link(`./states/${name}.json`, t.file));
  const pair = document.createElement('div');
  pair.className = 'pair';
  section.append(line, pair);
  return section;
}

async function picture(one: GalleryState, state: PanelState, lang: Language): Promise<HTMLElement> {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.dataset['width'] = chosen['width']!;
  const panel = document.createElement(one.element ?? 'isp-panel');
  panel.lang = lang;
  panel.theme = chosen['theme'] as 'light' | 'dark' | 'auto';
  panel.panel = stillPanel(state);
  stage.append(panel);
  document.querySelector(`#${one.name} .pair`)?.append(stage);
  await stands(panel);
  // A window over the page would hide the other pictures: it opens where its picture stands alone.
  for (const names of one.modal && only === null ? [] : (one.press ?? [])) {
    const wanted = names[lang === 'fr-CA' ? 1 : 0];
    if (!(await pressIn(panel, wanted))) stage.before(fault(`“${wanted}” is not there to be pressed.`));
    await stands(panel);
  }
  return panel;
}

function index(seen: ReadonlyMap<string, ReadonlySet<string>>): void {
  place('elements').replaceChildren(
    ...[...seen]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([tag, names]) => {
        const term = document.createElement('dt');
        const code = document.createElement('code');
        code.textContent = `<${tag}>`;
        term.append(code);
        const where = document.createElement('dd');
        for (const name of names) where.append(link(`#${name}`, name), ' ');
        return [term, where];
      }),
  );
}

function fault(text: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'wrong';
  line.textContent = text;
  return line;
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

void draw();
