// `npm run shots`: pictures of the main states in shots/, in both languages and three themes, narrow and wide. Fails on
// text that is cut, lies on other text or scrolls sideways; what looks right is for people to judge. The forms come from
// the gallery (dist-static/), and the printed copies as PDF pages (`paper`).
// `npm run shots -- --only dirty` takes the states whose name has that text.
import {mkdirSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {buildApp} from './build-app.mjs';
import {ROOT} from './steps.mjs';

const {values} = parseArgs({options: {only: {type: 'string', default: ''}}});
await buildApp();
const {pressed} = await import('../sandbox/static/gallery-forms.ts');
const {shootPaper} = await import('./shots-paper.mjs');
const {openStage, openPanel, layoutFaults} = await import('../tests/journeys/stage.ts');

/** Each state: a person, and what is wrong with the record system. */
const STATES = [
  {name: 'reference', person: 'reference'},
  {name: 'many-visits', person: 'many-visits'},
  {name: 'big-team', person: 'big-team'},
  {name: 'goal-states', person: 'every-goal-state'},
  {name: 'whole-plan', person: 'ordinary'},
  {name: 'two-plans', person: 'two-plans'},
  {name: 'no-plan', person: 'no-plan'},
  {name: 'dirty', person: 'dirty'},
  {name: 'empty', person: 'empty'},
  {name: 'readonly', person: 'ordinary', personality: 'readonly'},
  {name: 'plan-as-note', person: 'ordinary', personality: 'epic'},
  {name: 'nothing-taken', person: 'empty', personality: 'athena'},
  {
    name: 'failing',
    person: 'ordinary',
    faults: [
      {kind: '500', path: '/fhir/Encounter'},
      {kind: '403', path: '/fhir/CareTeam'},
      {kind: '500', path: '/fhir/Observation'},
    ],
  },
];
const LOOKS = [
  {name: 'light', theme: 'light'},
  {name: 'dark', theme: 'dark'},
  {name: 'forced', theme: 'light', forcedColors: true},
];
const WIDTHS = [360, 1200];

mkdirSync(`${ROOT}shots`, {recursive: true});
const stage = await openStage();
let taken = 0;
let faulty = 0;
try {
  for (const state of STATES.filter(({name}) => name.includes(values.only))) {
    for (const lang of ['en-CA', 'fr-CA']) {
      for (const look of LOOKS) {
        // The looks share their layout: forced colours are taken once a state, in English.
        if (look.forcedColors && lang !== 'en-CA') continue;
        for (const width of WIDTHS) await shoot(state, lang, look, width);
      }
    }
  }
  for (const one of pressed.filter(({name}) => `form-${name}`.includes(values.only))) await shootForm(one);
  if ('paper'.includes(values.only)) taken += await shootPaper(stage, 'ordinary');
} finally {
  await stage.close();
}
process.stdout.write(`${taken} pictures in shots/, ${faulty} with faults\n`);
process.exit(faulty > 0 ? 1 : 0);

async function shoot(state, lang, look, width) {
  const rules = (state.faults ?? []).map((fault) => stage.sandbox.faults.add(fault));
  const page = await openPanel(stage, {
    ...state,
    lang,
    theme: look.theme,
    forcedColors: look.forcedColors,
    width,
  });
  try {
    // What stands below the first screen comes after the sections have settled.
    await page.waitForNetworkIdle({idleTime: 500, concurrency: 2});
    const faults = await layoutFaults(page);
    for (const {kind, text} of faults)
      process.stdout.write(`✖ ${state.name} ${lang} ${look.name} ${width}: ${kind}: ${text}\n`);
    faulty += faults.length > 0 ? 1 : 0;
    await page.screenshot({
      path: `${ROOT}shots/${state.name}-${lang.slice(0, 2)}-${look.name}-${width}.png`,
      fullPage: true,
    });
    taken += 1;
  } finally {
    await page.browserContext().close();
    for (const rule of rules) stage.sandbox.faults.clear(rule);
  }
}

/** Where the element stands that has the focus, with some of what is around it: the form that was opened. */
function aroundFocus() {
  let active = document.activeElement;
  let host = active;
  while (active?.shadowRoot?.activeElement) {
    host = active;
    active = active.shadowRoot.activeElement;
  }
  const stage = document.querySelector('.stage').getBoundingClientRect();
  const {top, bottom} = (
    host === document.body ? document.querySelector('.stage') : host
  ).getBoundingClientRect();
  const y = Math.max(0, top + scrollY - 80);
  return {x: 0, y, width: stage.right + 20, height: Math.min(bottom + scrollY + 80 - y, 3000)};
}

/** A form of the gallery, in both languages, light and dark. */
async function shootForm({name}) {
  for (const lang of ['en-CA', 'fr-CA']) {
    for (const theme of ['light', 'dark']) {
      for (const width of ['360', '800']) {
        const context = await stage.browser.createBrowserContext();
        try {
          const page = await context.newPage();
          await page.setViewport({width: Number(width) + 60, height: 900});
          const query = new URLSearchParams({only: name, lang, theme, width});
          await page.goto(`${stage.sandbox.chartUrl}/static/gallery.html?${query}`);
          await page.waitForFunction(() => document.documentElement.dataset.drawn === 'yes');
          const path = `${ROOT}shots/form-${name}-${lang.slice(0, 2)}-${theme}-${width}.png`;
          await page.screenshot({path, clip: await page.evaluate(aroundFocus), captureBeyondViewport: true});
          taken += 1;
        } finally {
          await context.close();
        }
      }
    }
  }
}
