import {assert} from '@open-wc/testing';
import {html} from 'lit';
import type {SaveState} from '../../src/app/state.ts';
import type {Problem} from '../../src/domain/problem.ts';
import type {IspNotice} from '../../src/elements/panel/isp-notice.ts';
import {IspSaveState} from '../../src/elements/shared/isp-save-state.ts';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {messages as en} from '../../src/i18n/en/index.ts';
import {messages as fr} from '../../src/i18n/fr/index.ts';
import {hasNoAxeFaults} from './harness/every-look.ts';
import {Harness} from './harness/harness.ts';
import {until} from './harness/page.ts';
import {languages, showElement, type Language, type Look} from './harness/stage.ts';

defineElement('isp-save-state', IspSaveState);

const problems: {readonly [K in Problem['kind']]: Problem & {kind: K}} = {
  offline: {kind: 'offline'},
  timeout: {kind: 'timeout'},
  cancelled: {kind: 'cancelled'},
  'signed-out': {kind: 'signed-out'},
  forbidden: {kind: 'forbidden', what: 'Goal'},
  'not-found': {kind: 'not-found', what: 'Goal'},
  gone: {kind: 'gone', what: 'Goal'},
  conflict: {kind: 'conflict', what: 'Goal'},
  rejected: {
    kind: 'rejected',
    issues: [{severity: 'error', code: 'value', text: 'Not a valid date.', expressions: []}],
  },
  unsupported: {kind: 'unsupported', what: 'Goal', why: 'scope'},
  unreadable: {kind: 'unreadable', what: 'Goal', path: 'entry[0]'},
  busy: {kind: 'busy', retryAfterSeconds: 20},
  server: {kind: 'server', status: 500},
  'other-patient': {kind: 'other-patient', what: 'Goal'},
  'held-elsewhere': {kind: 'held-elsewhere'},
  unclear: {kind: 'unclear', what: 'Goal'},
  bug: {kind: 'bug'},
};

const words = {'en-CA': en, 'fr-CA': fr};

async function notice(problem: Problem, look: Look): Promise<IspNotice> {
  return showElement(html`<isp-notice tone="error" heading="Xyz" .problem=${problem}></isp-notice>`, look);
}

async function saveState(save: SaveState | undefined, look: Look = {}): Promise<Harness> {
  return new Harness(await showElement(html`<isp-save-state .save=${save}></isp-save-state>`, look));
}

describe('isp-notice', () => {
  hasNoAxeFaults('a refusal with its reason', (look) => notice(problems.rejected, look));

  it('adds what to do where the browser keeps the page from the local network', async () => {
    const real = navigator.permissions.query.bind(navigator.permissions);
    const denied = {state: 'denied'} as PermissionStatus;
    navigator.permissions.query = () => Promise.resolve(denied);
    try {
      const element = await notice(problems.offline, {language: 'fr-CA'});
      await until('the advice is there', () => new Harness(element).text.includes('réseau local'));
      element.problem = problems.timeout;
      await element.updateComplete;
      assert.notInclude(new Harness(element).text, 'réseau local');
    } finally {
      navigator.permissions.query = real;
    }
  });

  for (const language of languages) {
    for (const problem of Object.values(problems)) {
      it(`says what happened and what to do: ${problem.kind}, ${language}`, async () => {
        const {text} = new Harness(await notice(problem, {language}));
        const {happened, toDo} = words[language].problem.words[problem.kind];
        assert.include(text, happened);
        assert.include(text, problem.kind === 'busy' ? words[language].problem.retryAfter('20') : toDo);
        assert.notMatch(text, /undefined|null|\[object|entry\[0\]/u);
      });
    }
  }

  it('gives the record’s own reason for a refusal', async () => {
    assert.include(new Harness(await notice(problems.rejected, {})).text, 'Not a valid date.');
  });

  it('says what stands in the way of what cannot be done', async () => {
    const {text} = new Harness(await notice(problems.unsupported, {}));
    assert.include(text, 'The permissions given at launch do not cover this.');
  });
});

describe('isp-save-state', () => {
  const failed = (problem: Problem): SaveState => ({status: 'failed', problem});
  hasNoAxeFaults('a failure', async (look) => (await saveState(failed(problems.rejected), look)).element);
  hasNoAxeFaults(
    'saved with a note',
    async (look) =>
      (
        await saveState(
          {status: 'saved', at: '2026-11-22T19:03:00Z', notes: [{kind: 'merged', fields: ['dueDate']}]},
          look,
        )
      ).element,
  );

  it('shows nothing without a save', async () => {
    assert.equal((await saveState(undefined)).text, '');
  });

  it('tells the time of a save in the zone of the site, in the form of the language', async () => {
    const saved: SaveState = {status: 'saved', at: '2026-11-22T19:03:00Z', notes: []};
    assert.equal((await saveState(saved)).text, 'Saved 14:03');
    assert.equal((await saveState(saved, {language: 'fr-CA'})).text, 'Enregistré à 14:03');
  });

  const notes: readonly (readonly [Language, string])[] = [
    ['en-CA', 'Somebody else’s change was kept beside yours: target date and progress.'],
    [
      'fr-CA',
      'La modification d’une autre personne a été gardée avec la vôtre\u00a0: l’échéance et le progrès.',
    ],
  ];
  for (const [language, expected] of notes) {
    it(`tells what was merged (${language})`, async () => {
      const save: SaveState = {
        status: 'saved',
        at: '2026-11-22T19:03:00Z',
        notes: [{kind: 'merged', fields: ['dueDate', 'achievement']}],
      };
      assert.include((await saveState(save, {language})).text, expected);
    });
  }

  for (const language of languages) {
    for (const problem of Object.values(problems)) {
      it(`says as an alert that nothing is lost: ${problem.kind}, ${language}`, async () => {
        const state = await saveState(failed(problem), {language});
        assert.include(state.alerts.join(' '), words[language].plan.kept);
      });
    }
  }

  it('does not call a save failed whose outcome nobody knows', async () => {
    const {text} = await saveState(failed(problems.unclear));
    assert.notInclude(text, 'Not saved.');
    assert.include(text, 'It could not be told whether this was saved.');
  });
});
