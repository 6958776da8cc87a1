// Edits and explains isp-site.json, from the published schema; what is written is checked as the panel checks it.
import {parseSite} from '../../src/config/site.ts';
import {saveFile} from '../../src/elements/shared/save-file.ts';
import {drawChoices, drawPages, readChoices} from './choices.ts';
import {described, siteKeys, type SiteKey} from './site-schema.ts';
import {wordsOf} from './words.ts';

const chosen = readChoices({lang: ['en-CA', 'fr-CA'], theme: ['light', 'dark', 'auto']});
const place = (id: string): HTMLElement => document.getElementById(id)!;
/** The file as it is: only what was filled in, and whatever else an opened file held. */
let file: Record<string, unknown> = {};
/** What was typed and is no JSON, by key. */
const unreadable = new Map<string, string>();

function draw(): void {
  const words = wordsOf(chosen['lang']!);
  const t = words.site;
  document.documentElement.lang = chosen['lang']!;
  document.documentElement.dataset['theme'] = chosen['theme']!;
  document.title = t.title;
  const texts = {
    title: t.title,
    intro: t.intro,
    'which-title': t.which,
    never: t.never,
    'load-label': t.load,
    reset: t.reset,
    save: t.save,
    'file-title': t.file,
  };
  for (const [id, text] of Object.entries(texts)) place(id).textContent = text;
  drawPages(place('pages'), words.pages, chosen['lang']!);
  const languages = [
    ['en-CA', 'English'],
    ['fr-CA', 'Français'],
  ] as const;
  drawChoices(
    place('choices') as HTMLFormElement,
    [
      {name: 'lang', label: words.language, options: languages},
      {name: 'theme', label: words.theme, options: Object.entries(words.themes)},
    ],
    chosen,
    draw,
  );
  place('which').replaceChildren(...t.precedence.map((text) => element('li', text)));
  drawKeys();
  drawFile();
}

function drawKeys(): void {
  const groups = Map.groupBy(siteKeys(), ({path}) => (path.length === 1 ? '' : path[0]!));
  place('keys').replaceChildren(
    ...[...groups].map(([name, keys]) => {
      const box = document.createElement('fieldset');
      const legend = element('legend', name === '' ? 'isp-site.json' : name);
      box.append(legend, ...(name === '' ? [] : [element('p', described(name))]), ...keys.map(drawKey));
      return box;
    }),
  );
}

function drawKey(key: SiteKey): HTMLElement {
  const t = wordsOf(chosen['lang']!).site;
  const row = document.createElement('div');
  row.className = 'key';
  const label = document.createElement('label');
  const code = element('code', key.path.join('.'));
  const field = fieldOf(key);
  field.id = `key-${key.path.join('-')}`;
  field.addEventListener('input', () => {
    put(key, field.value);
    drawFile();
  });
  label.append(code, field);
  const told = element('p', key.node.description ?? '');
  told.className = 'told';
  told.id = `${field.id}-told`;
  field.setAttribute('aria-describedby', told.id);
  const fallback = element('p', `${t.fallback}: ${JSON.stringify(key.node.default) ?? '–'}`);
  fallback.className = 'quiet';
  if (key.kind === 'lines') fallback.append(` · ${t.one}`);
  row.append(label, told, fallback);
  return row;
}

function fieldOf({kind, node, path}: SiteKey): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const value = valueAt(path);
  const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  if (kind === 'choice' || kind === 'flag') {
    const select = document.createElement('select');
    for (const option of ['', ...(kind === 'flag' ? [true, false] : (node.enum ?? []))])
      select.append(new Option(String(option), String(option), false, String(option) === text));
    return select;
  }
  if (kind === 'lines' || kind === 'json') {
    const area = document.createElement('textarea');
    area.rows = 3;
    area.spellcheck = false;
    area.value = kind === 'lines' && Array.isArray(value) ? value.join('\n') : text;
    return area;
  }
  const input = document.createElement('input');
  input.type = kind === 'number' ? 'number' : 'text';
  if (node.minimum !== undefined) input.min = String(node.minimum);
  if (node.maximum !== undefined) input.max = String(node.maximum);
  input.value = text;
  return input;
}

/** Puts what was typed into the file; an empty field takes its key out. */
function put({path, kind}: SiteKey, text: string): void {
  unreadable.delete(path.join('.'));
  let value: unknown = text === '' ? undefined : text;
  if (text !== '' && kind === 'flag') value = text === 'true';
  if (text !== '' && kind === 'number') value = Number(text);
  if (text !== '' && kind === 'lines') value = text.split('\n').filter(Boolean);
  if (text !== '' && kind === 'json') {
    try {
      value = JSON.parse(text);
    } catch {
      unreadable.set(path.join('.'), text);
      return;
    }
  }
  file = withValue(file, path, value);
}

function withValue(
  object: Readonly<Record<string, unknown>>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const {[name]: old, ...others} = object;
  const inner = rest.length === 0 ? value : withValue(isObject(old) ? old : {}, rest, value);
  const isGone =
    inner === undefined || (rest.length > 0 && isObject(inner) && Object.keys(inner).length === 0);
  return isGone ? others : {...object, [name]: inner};
}

function valueAt(path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), file);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The file as it would be saved, and what the panel would say of it. */
function drawFile(): void {
  const t = wordsOf(chosen['lang']!).site;
  const faults = [
    ...[...unreadable.keys()].map((name) => `${name}: ${t.noJson}`),
    ...parseSite(file).notices.map(({path, kind}) => `${path || 'isp-site.json'}: ${t.kinds[kind]}`),
  ];
  const verdict = place('verdict');
  verdict.textContent = faults.length === 0 ? t.fine : t.faults;
  verdict.className = faults.length === 0 ? 'right' : 'wrong';
  place('faults').replaceChildren(...faults.map((text) => element('li', text)));
  place('file').textContent = JSON.stringify(file, null, 2);
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

place('load').addEventListener('change', (event) => {
  const [given] = (event.target as HTMLInputElement).files ?? [];
  void given?.text().then((text) => {
    unreadable.clear();
    try {
      const read: unknown = JSON.parse(text);
      file = isObject(read) ? read : {};
    } catch {
      file = {};
      unreadable.set(given.name, text);
    }
    drawKeys();
    drawFile();
  });
});
place('reset').addEventListener('click', () => {
  file = {};
  unreadable.clear();
  drawKeys();
  drawFile();
});
place('save').addEventListener('click', () =>
  saveFile('isp-site.json', 'application/json', JSON.stringify(file, null, 2)),
);
draw();
