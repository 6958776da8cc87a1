import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import type {FaultKind} from '../../sandbox/faults.ts';
import {actions} from '../../src/i18n/en/actions.ts';
import {launch} from '../../src/i18n/en/launch.ts';
import {planDetails} from '../../src/i18n/en/plan-details.ts';
import {planDetails as french} from '../../src/i18n/fr/plan-details.ts';
import {BROWSER} from '../../scripts/browser.mjs';
import {fasterTimeOut, fill, press, replaceText, valueOf} from './acts.ts';
import {openPanel, openStage, patientIdOf, waitForText, type PanelChoice, type Stage} from './stage.ts';
import {words} from './words.ts';

// What somebody has typed survives to the character, whatever happens before the record has it: a change of a goal, which
// is on its way to be saved, and two texts that merely stand there, in the plan and in the line of a new action. Each
// scenario compares every letter in the fields, and, where the record has taken it, in the record.

const TEXT =
  '« Élève-moi », dit-elle : "l\'été", l’œuf à 90 % & <b>2 ≥ 1</b> {}\\n\n2e ligne — \u00a0espace, e\u0301 décomposé,\n\n👩🏽‍⚕️ 🫁 🇨🇦 العربية ';
const BESIDE = 'Sa fille, « Noëlla » ; 50 %…\n– le dimanche 🕯️ ';
const LINE = 'Téléphoner à l’« œuvre » 📞 (ext. #12) ';

const t = words['en-CA'];
const f = words['fr-CA'];

interface Chart {
  readonly stage: Stage;
  readonly page: Page;
  readonly patient: string;
  /** Writes the goal as a colleague would. */
  colleague(text: string): void;
}

interface Scenario {
  readonly name: string;
  /** What the record system does to every write of the goal (`nth`: to the first one only). */
  readonly fault?: FaultKind;
  readonly once?: true;
  /** What happens between typing and saving; true when nothing is to be saved afterwards. */
  readonly meanwhile?: (chart: Chart) => Promise<boolean | void>;
  /** A window is opened, of which the driver of WebKit does not tell. */
  readonly opensWindow?: true;
  /** What the person reads then. */
  readonly says: RegExp;
  /** `saved` at once, after the fault is over (`later`), or the fields alone are looked at (`typed`). */
  readonly ends: 'saved' | 'later' | 'typed' | 'choice';
  readonly choice?: Partial<PanelChoice>;
}

const happened = (kind: keyof typeof t.problem.words): RegExp => literal(t.problem.words[kind].happened);
const saved = /Saved \d/;
const notSaved = literal(t.plan.notSaved);
const kept = literal(t.plan.kept);

const scenarios: readonly Scenario[] = [
  {
    name: 'the token has run out, and is renewed',
    meanwhile: async ({stage}) => stage.sandbox.tokens.expireAll(),
    says: saved,
    ends: 'saved',
  },
  {
    name: 'the session is over, and cannot be renewed',
    choice: {options: {denyScopes: ['online_access', 'offline_access']}},
    meanwhile: async ({stage}) => stage.sandbox.tokens.expireAll(),
    says: happened('signed-out'),
    ends: 'typed',
  },
  {
    name: 'the session is over, and somebody signs in again in a window: the page is never unloaded',
    opensWindow: true,
    choice: {person: 'kept', options: {denyScopes: ['online_access', 'offline_access']}},
    meanwhile: async ({stage, page, patient}) => {
      await page.evaluate(() => Object.assign(globalThis, {unloaded: 'never'}));
      stage.sandbox.tokens.expireAll();
      await saveGoal(page);
      await waitForText(page, happened('signed-out'));
      // Another patient is chosen there: nothing of it is taken.
      await signInAgain(page, patientIdOf(stage.sandbox, 'empty'));
      await waitForText(page, literal(launch.signIn.other));
      await isAllThere(page, false);
      await signInAgain(page, patient);
      await waitForText(page, literal(planDetails.group.situation));
      await until(page, () => document.querySelector('[slot="session"]') === null);
      assert.equal(await page.evaluate(() => (globalThis as {unloaded?: string}).unloaded), 'never');
    },
    says: saved,
    ends: 'saved',
  },
  {name: '401 to the first attempt', fault: '401', once: true, says: saved, ends: 'saved'},
  {name: '401 to every attempt', fault: '401', says: notSaved, ends: 'typed'},
  {name: '403', fault: '403', says: /Your account may not change this/, ends: 'typed'},
  {name: '400', fault: '400', says: happened('rejected'), ends: 'later'},
  {name: '422', fault: '422', says: /A rule of this record system refuses the value/, ends: 'later'},
  {name: '409 though nobody else wrote', fault: '409', says: kept, ends: 'later'},
  {name: '412 though nobody else wrote', fault: '412', says: kept, ends: 'later'},
  {name: '429', fault: '429', says: /Try again in/, ends: 'later'},
  {name: '500', fault: '500', says: happened('server'), ends: 'later'},
  {name: '502', fault: '502', says: kept, ends: 'later'},
  {name: '503', fault: '503', says: /Try again in/, ends: 'later'},
  {name: '504', fault: '504', says: kept, ends: 'later'},
  {name: 'no network', fault: 'close', says: /cannot be reached/, ends: 'later'},
  {
    name: 'the answer is lost after the write',
    fault: 'drop-after-write',
    once: true,
    says: saved,
    ends: 'saved',
  },
  {name: 'the answer is cut in half', fault: 'truncated', once: true, says: saved, ends: 'saved'},
  {name: 'a sign-in page instead of an answer', fault: 'html200', once: true, says: saved, ends: 'saved'},
  {name: 'a slow answer', fault: 'slow', once: true, says: saved, ends: 'saved'},
  {name: 'no answer within the time', fault: 'hang', says: happened('timeout'), ends: 'later'},
  {
    name: 'a colleague has changed the same words (412)',
    meanwhile: async ({colleague}) => colleague('Theirs: walk to the shop'),
    says: literal(t.plan.conflict.heading),
    ends: 'choice',
  },
  {
    name: 'a colleague has changed something else',
    meanwhile: async ({stage, patient}) => {
      const goal = goalOf(stage, patient);
      stage.sandbox.store.write({...goal, note: [{text: 'Theirs'}]} as never, String(goal.id), 'PUT');
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'the goal is removed in the record, and the panel is refreshed',
    meanwhile: async ({stage, patient, page}) => {
      stage.sandbox.store.remove('Goal', String(goalOf(stage, patient).id));
      await press(page, t.panel.refresh);
      return true;
    },
    says: literal(t.plan.orphans.heading),
    ends: 'typed',
  },
  {
    name: 'everything is read and drawn again',
    meanwhile: async ({page}) => {
      await press(page, t.panel.refresh);
      await waitForText(page, literal(t.panel.refresh));
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'everything is read again, and nothing can be read',
    meanwhile: async ({page, stage}) => {
      const id = stage.sandbox.faults.add({kind: '403', path: '/(CarePlan|Goal|Task)(\\?|/_search)'});
      await press(page, t.panel.refresh);
      await waitForText(page, literal(t.plan.partial), 30_000);
      await isAllThere(page, false);
      stage.sandbox.faults.clear(id);
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'the host takes the panel out of its page, and puts it back',
    meanwhile: async ({page}) => {
      await page.evaluate(() => {
        const panel = document.querySelector('isp-panel')!;
        const place = panel.parentElement!;
        panel.remove();
        place.append(panel);
      });
      await waitForText(page, literal(planDetails.group.situation));
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'the other language is chosen, and back',
    meanwhile: async ({page}) => {
      await press(page, t.panel.otherLanguage);
      await waitForText(page, literal(french.group.situation));
      await stands(page, f.plan.wordsLabel, TEXT);
      await stands(page, french.topics.strengths, BESIDE);
      await press(page, f.panel.otherLanguage);
      await waitForText(page, literal(planDetails.group.situation));
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'another patient is opened in the page, and the first one again',
    meanwhile: async ({page, stage, patient}) => {
      await show(page, patientIdOf(stage.sandbox, 'empty'));
      const text = await waitForText(page, literal(t.panel.draftsOfOtherPatients(3, '3')));
      for (const typed of [TEXT, BESIDE, LINE])
        assert.ok(!text.includes(typed.slice(0, 8)), 'it stays with its patient');
      await show(page, patient);
      await waitForText(page, literal(planDetails.group.situation));
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'the page comes back from the browser’s memory, and the patient is read again',
    meanwhile: async ({page}) => {
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})));
      await waitForText(page, literal(planDetails.group.situation));
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'the host makes the panel read-only, and writable again',
    meanwhile: async ({page}) => {
      await page.evaluate(() => (document.querySelector('isp-panel')!.readonly = true));
      await waitForText(page, literal(t.plan.blocked['read-only']));
      await page.evaluate(() => (document.querySelector('isp-panel')!.readonly = false));
      await waitForText(page, literal(planDetails.group.situation));
    },
    says: saved,
    ends: 'saved',
  },
  {
    name: 'the tab is reloaded, where the site keeps what is typed',
    choice: {person: 'kept'},
    meanwhile: async ({page}) => {
      await page.reload();
      await waitForText(page, literal(planDetails.group.situation));
    },
    says: saved,
    ends: 'saved',
  },
];

describe('what was typed survives to the character', () => {
  let stage: Stage;
  let keeping: Stage;
  before(async () => {
    stage = await openStage();
    keeping = await openStage({site: {drafts: 'tab', authMode: 'auto'}});
  });
  after(async () => {
    await stage?.close();
    await keeping?.close();
  });

  for (const scenario of scenarios) {
    const {name, fault, once, meanwhile, says, ends, choice} = scenario;
    const skip =
      scenario.opensWindow && BROWSER === 'webkit' && `WebKit: its driver tells of no windows: ${name}`;
    it(name, {skip: skip || false}, async () => {
      const on = choice?.person === 'kept' ? keeping : stage;
      const patient = patientIdOf(on.sandbox, 'ordinary');
      const {store, faults} = on.sandbox;
      const goal = structuredClone(goalOf(on, patient));
      const {id} = goal;
      const page = await openPanel(on, {...choice, person: 'ordinary', width: 420, height: 1100});
      page.on('dialog', (dialog) => void dialog.accept());
      const colleague = (text: string): void =>
        void store.write({...goal, description: {text}} as never, String(id), 'PUT');
      try {
        await typeAll(page, String((goal as unknown as {description: {text: string}}).description.text));
        const rule =
          fault && faults.add({kind: fault, method: 'PUT', path: '/Goal/', ...(once && {nth: 1}), ms: 600});
        if (fault === 'hang') await fasterTimeOut(page);
        const isOver = await meanwhile?.({stage: on, page, patient, colleague});
        if (isOver !== true) await saveGoal(page);
        const text = await waitForText(page, says, 30_000);
        if (ends !== 'saved' && ends !== 'choice') await isAllThere(page, isOver === true);
        if (ends === 'choice') {
          assert.ok(text.includes(fold(TEXT)), 'both versions are shown');
          await (await page.waitForSelector('>>> label.card.mine'))?.click();
          await press(page, t.plan.conflict.save);
          await waitForText(page, saved);
        }
        if (ends === 'later') {
          if (rule !== undefined) faults.clear(rule);
          await saveGoal(page);
          await waitForText(page, saved);
        }
        if (ends === 'typed') return;
        assert.equal(textOf(store.get('Goal', String(id))), TEXT.trim());
        await isBesideThere(page);
      } finally {
        faults.clear();
        await page.browserContext().close();
        store.write(goal, String(id), 'PUT');
      }
    });
  }
});

/** Types into three places of the chart; the last one is the goal, whose form has the focus then. */
async function typeAll(page: Page, goal: string): Promise<void> {
  await press(page, planDetails.actOf(planDetails.edit, planDetails.group.person));
  await replaceText(page, planDetails.topics.strengths, BESIDE);
  await fill(page, actions.addLabel, LINE);
  await press(page, t.plan.editGoal(goal));
  await replaceText(page, t.plan.wordsLabel, TEXT);
  await isAllThere(page, false);
}

/** Every letter stands in its field; `isLost`: what belongs to a goal that is gone is shown as text. */
async function isAllThere(page: Page, isLost: boolean): Promise<void> {
  if (isLost) await waitForText(page, literal(fold(TEXT)));
  else await stands(page, t.plan.wordsLabel, TEXT);
  await isBesideThere(page);
}

async function isBesideThere(page: Page): Promise<void> {
  await stands(page, planDetails.topics.strengths, BESIDE);
  await stands(page, actions.addLabel, LINE);
}

/** The field comes, maybe with code of its own, and says exactly this. */
async function stands(page: Page, label: string, text: string): Promise<void> {
  await waitForText(page, literal(label));
  assert.equal(await valueOf(page, label), text);
}

/** Presses "Sign in again" and chooses a person in the window that opens. */
async function signInAgain(page: Page, patient: string): Promise<void> {
  // Firefox does not tell which page opened another: it is the one that was not there before.
  const former = new Set(page.browserContext().targets());
  const opened = page
    .browserContext()
    .waitForTarget((target) => target.type() === 'page' && !former.has(target));
  await press(page, launch.signIn.again);
  const window = await (await opened).page();
  const choice = await window?.waitForSelector(`button[name="patient"][value="${patient}"]`);
  await choice?.click();
}

async function until(page: Page, holds: () => boolean): Promise<void> {
  await page.waitForFunction(holds);
}

/** Saves with the keyboard, from the field in which the goal's words stand. */
async function saveGoal(page: Page): Promise<void> {
  await replaceText(page, t.plan.wordsLabel, null);
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
}

/** What a host does when its user opens another chart. */
async function show(page: Page, patient: string): Promise<void> {
  await page.evaluate((id) => {
    document.querySelector('isp-panel')!.patient = id;
  }, patient);
}

type GoalResource = NonNullable<ReturnType<Stage['sandbox']['store']['get']>>;

function goalOf({sandbox}: Stage, patient: string): GoalResource {
  const goals = sandbox.store.list('Goal', patient);
  const found = goals.find((one) => one['lifecycleStatus'] === 'active');
  assert.ok(found);
  return found;
}

function textOf(goal: GoalResource | undefined): unknown {
  return (goal?.['description'] as {readonly text?: unknown} | undefined)?.text;
}

/** White space as a page shows it. */
function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function literal(text: string): RegExp {
  return new RegExp(fold(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
