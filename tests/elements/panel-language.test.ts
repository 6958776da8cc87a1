import {assert} from '@open-wc/testing';
import {html, LitElement, type TemplateResult} from 'lit';
import {defineElement} from '../../src/elements/shared/lazy-element.ts';
import {PanelLanguage} from '../../src/elements/panel/panel-language.ts';
import {
  isWhole,
  loadFirstWords,
  loadLocalization,
  loadOwnWords,
  type Localization,
  type OwnWords,
} from '../../src/i18n/index.ts';
import type {WordChanges} from '../../src/i18n/own-words.ts';
import {clearStage, settled} from './harness/stage.ts';

/** Files of words that come when the test says so. */
class Files {
  readonly asked: {readonly name: string; come(): Promise<void>; fail(): void}[] = [];

  readonly first = (language: 'en-CA' | 'fr-CA', zone: string): Promise<Localization> =>
    this.#file(`first ${language}`, () => loadFirstWords(language, zone));

  readonly whole = (language: 'en-CA' | 'fr-CA', zone: string): Promise<Localization> =>
    this.#file(`whole ${language}`, () => loadLocalization(language, zone));

  readonly own = (changes: WordChanges | null): Promise<OwnWords> =>
    changes ? this.#file('own', () => loadOwnWords(changes)) : loadOwnWords(null);

  /** The newest file of a name arrives. */
  async come(name: string): Promise<void> {
    await this.asked.findLast((file) => file.name === name)?.come();
    await settled();
  }

  async fail(name: string): Promise<void> {
    this.asked.findLast((file) => file.name === name)?.fail();
    await settled();
  }

  #file<T>(name: string, load: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        name,
        come: async () => resolve(await load()),
        fail: () => reject(new Error('The file did not come.')),
      });
    });
  }
}

class Host extends LitElement {
  readonly files = new Files();
  messages: WordChanges | null = null;
  readonly text = new PanelLanguage(
    this,
    () => ({lang: this.lang, zone: null, messages: this.messages}),
    this.files,
  );
  override render(): TemplateResult {
    return html`${this.text.current?.language}`;
  }
  say(lang: string): Promise<void> {
    this.lang = lang;
    this.requestUpdate();
    return settled();
  }
  put(messages: WordChanges | null): Promise<void> {
    this.messages = messages;
    this.requestUpdate();
    return settled();
  }
}
defineElement('language-host', Host);

async function show(lang: string, messages: WordChanges | null = null): Promise<Host> {
  clearStage();
  const host = document.createElement('language-host') as Host;
  host.lang = lang;
  host.messages = messages;
  document.body.append(host);
  await settled();
  return host;
}

/** What stands: the language, and whether all its words are there. */
const standing = ({text}: Host): readonly [string, boolean] | null =>
  text.current ? [text.current.language, isWhole(text.current)] : null;

describe('the language of a panel', () => {
  it('has the first words as soon as they are there, and all of them later', async () => {
    const host = await show('fr');
    assert.isNull(standing(host));
    await host.files.come('first fr-CA');
    assert.deepEqual(standing(host), ['fr-CA', false]);
    await host.files.come('whole fr-CA');
    assert.deepEqual(standing(host), ['fr-CA', true]);
  });

  it('keeps all words when the first ones come after them', async () => {
    const host = await show('fr');
    await host.files.come('whole fr-CA');
    await host.files.come('first fr-CA');
    assert.deepEqual(standing(host), ['fr-CA', true]);
  });

  it('keeps the words on the screen until another language is there as a whole', async () => {
    const host = await show('en');
    await host.files.come('whole en-CA');
    await host.say('fr');
    assert.deepEqual(standing(host), ['en-CA', true]);
    await host.files.come('whole fr-CA');
    assert.deepEqual(standing(host), ['fr-CA', true]);
  });

  it('takes the last wish, whatever comes last', async () => {
    const host = await show('en');
    await host.files.come('whole en-CA');
    await host.say('fr');
    const late = host.files.asked.at(-1);
    await host.say('en');
    await host.files.come('whole en-CA');
    await late?.come();
    await settled();
    assert.deepEqual(standing(host), ['en-CA', true]);
  });

  it('says that words did not come, keeps those that stand, and asks once more', async () => {
    const host = await show('en');
    await host.files.come('whole en-CA');
    await host.say('fr');
    await host.files.fail('whole fr-CA');
    assert.deepEqual(standing(host), ['en-CA', true]);
    assert.isTrue(host.text.failed);
    host.text.retry();
    await settled();
    await host.files.come('whole fr-CA');
    assert.deepEqual(standing(host), ['fr-CA', true]);
    assert.isFalse(host.text.failed);
  });

  it('asks for each language once, however often the panel draws', async () => {
    const host = await show('en');
    host.requestUpdate();
    await settled();
    assert.equal(host.files.asked.length, 2);
  });

  describe('with words of the host', () => {
    const refresh = (words: string): WordChanges => ({'en-CA': {panel: {refresh: words}}});
    const said = ({text}: Host): string | undefined => text.current?.messages.panel.refresh;

    it('shows none before the host’s are there', async () => {
      const host = await show('en', refresh('Anew'));
      await host.files.come('first en-CA');
      await host.files.come('whole en-CA');
      assert.isNull(standing(host));
      await host.files.come('own');
      assert.equal(said(host), 'Anew');
      assert.deepEqual(standing(host), ['en-CA', true]);
    });

    it('has its first words with the host’s in them', async () => {
      const host = await show('en', refresh('Anew'));
      await host.files.come('own');
      await host.files.come('first en-CA');
      assert.deepEqual([said(host), isWhole(host.text.current as Localization)], ['Anew', false]);
    });

    it('shows its own when the host’s did not come, says so, and asks once more', async () => {
      const host = await show('en', refresh('Anew'));
      await host.files.come('first en-CA');
      await host.files.come('whole en-CA');
      await host.files.fail('own');
      assert.equal(said(host), 'Refresh');
      assert.deepEqual(standing(host), ['en-CA', true]);
      assert.isTrue(host.text.failed);
      host.text.retry();
      await settled();
      await host.files.come('whole en-CA');
      await host.files.come('own');
      assert.equal(said(host), 'Anew');
      assert.isFalse(host.text.failed);
    });

    it('takes others at once, and its own again when there are none', async () => {
      const host = await show('en');
      await host.files.come('whole en-CA');
      for (const [messages, words] of [
        [refresh('Anew'), 'Anew'],
        [refresh('Once more'), 'Once more'],
        [null, 'Refresh'],
      ] as const) {
        await host.put(messages);
        await host.files.come('own');
        await host.files.come('whole en-CA');
        assert.equal(said(host), words);
      }
    });

    it('takes the last ones, whatever comes last', async () => {
      const host = await show('en', refresh('Anew'));
      const late = host.files.asked.findLast(({name}) => name === 'own');
      await host.put(refresh('Once more'));
      await host.files.come('own');
      await host.files.come('whole en-CA');
      await late?.come();
      await settled();
      assert.equal(said(host), 'Once more');
    });

    it('shows none of an earlier wish, though they are the first to come', async () => {
      const host = await show('en', refresh('Anew'));
      const early = [...host.files.asked];
      await host.put(refresh('Once more'));
      for (const file of early) await file.come();
      await settled();
      assert.isNull(standing(host));
    });

    it('asks for them once, however often the panel draws', async () => {
      const host = await show('en', refresh('Anew'));
      host.requestUpdate();
      await settled();
      assert.equal(host.files.asked.length, 3);
    });
  });
});
