// WebKit behind the part of puppeteer's interface that the tests use, so that they are written once. puppeteer itself speaks
// to Chromium and Firefox only. What is asked for beyond this part fails as "is not a function".
import {CORNER, startSession} from './webkit.mjs';
import {keysOf} from './webkit-keys.mjs';
import {ELEMENT} from './webkit-session.mjs';

const PATIENCE_MS = 30_000;

/** A browser of which each context is a browser with nothing remembered. `loads: 'none'` does not wait for pages to load. */
export async function launchWebKit({loads} = {}) {
  const open = new Set();
  const browser = {
    connected: true,
    async createBrowserContext() {
      const {session, stop} = await startSession(loads);
      const first = session.firstWindow;
      const context = {
        async newPage() {
          // Opened by a script, a window has no tool bar and can be as narrow as a panel.
          await session.run(
            first,
            () => void (globalThis.open('about:blank', '_blank', 'width=800,height=600').opener = null),
            [],
          );
          const known = new Set([first, ...context.pages.map(({window}) => window)]);
          const all = await session.command(first, 'GET', '/window/handles');
          const page = new WebKitPage(
            browser,
            context,
            session,
            all.find((one) => !known.has(one)),
          );
          context.pages.push(page);
          await page.setViewport({width: 800, height: 600});
          return page;
        },
        pages: [],
        async close() {
          open.delete(context);
          await stop();
        },
      };
      open.add(context);
      return context;
    },
    async newPage() {
      return await (await browser.createBrowserContext()).newPage();
    },
    // Made with the first page: the test runner asks for it before.
    defaultBrowserContext: () => ({newPage: () => browser.newPage()}),
    async userAgent() {
      return 'WebKit';
    },
    async close() {
      browser.connected = false;
      await Promise.all([...open].map((context) => context.close()));
    },
  };
  return browser;
}

class WebKitPage {
  #browser;
  #context;
  #session;
  #listeners = {pageerror: [], console: [], dialog: []};
  #url = 'about:blank';

  constructor(browser, context, session, window) {
    this.#browser = browser;
    this.#context = context;
    this.#session = session;
    this.window = window;
  }

  browser = () => this.#browser;
  browserContext = () => this.#context;
  isClosed = () => false;
  url = () => this.#url;
  setDefaultNavigationTimeout = () => undefined;

  /** Errors and refusals of the policy are told with the next look at the page; dialogs answer themselves. */
  on(what, listener) {
    if (!(what in this.#listeners)) throw new Error(`The driver of WebKit cannot tell of "${what}".`);
    this.#listeners[what].push(listener);
  }

  async goto(url) {
    await this.#command('POST', '/url', {url});
    this.#url = url;
  }

  async reload() {
    await this.#command('POST', '/refresh');
  }

  async evaluate(action, ...values) {
    const {value, none, faults, url} = await this.#run(
      `async (...values) => {
        const key = Symbol.for('faults of the page');
        if (!globalThis[key]) {
          const faults = (globalThis[key] = []);
          addEventListener('error', ({message}) => faults.push(message));
          addEventListener('unhandledrejection', ({reason}) => faults.push(String(reason)));
          addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
            faults.push(violatedDirective + ' ' + blockedURI));
        }
        const value = await (${action})(...values);
        return {value, none: value === undefined, faults: globalThis[key].splice(0), url: location.href};
      }`,
      values,
    );
    this.#url = url;
    for (const fault of faults) for (const tell of this.#listeners.pageerror) tell(new Error(fault));
    return none ? undefined : value;
  }

  async evaluateHandle(action, ...values) {
    const found = await this.#run(String(action), values);
    return found?.[ELEMENT] === undefined ? null : this.#handle(found);
  }

  /** All elements that a function in the page gives. */
  async handles(action) {
    return (await this.#run(String(action), [])).map((found) => this.#handle(found));
  }

  async waitForFunction(action, {timeout = PATIENCE_MS} = {}, ...values) {
    await this.#until(String(action), timeout, () => this.evaluate(action, ...values));
  }

  /** By CSS; with `>>> ` before it, through shadow roots. */
  async waitForSelector(selector, {timeout = PATIENCE_MS} = {}) {
    return await this.#until(selector, timeout, () =>
      this.evaluateHandle(
        (wanted, deep) => {
          const visit = (root) => {
            const found = root.querySelector(wanted);
            if (found || !deep) return found;
            for (const {shadowRoot} of root.querySelectorAll('*')) {
              const inside = shadowRoot && visit(shadowRoot);
              if (inside) return inside;
            }
            return null;
          };
          return visit(document);
        },
        selector.replace(/^>>> /u, ''),
        selector.startsWith('>>> '),
      ),
    );
  }

  /** The size of the page, without what the window has around it. */
  async setViewport({width, height}) {
    const now = await this.#command('POST', '/window/rect', {...CORNER, width, height});
    if (now.width !== width || now.height !== height)
      throw new Error(`A window of WebKit became ${now.width} x ${now.height}, not ${width} x ${height}.`);
    // A bar below the page, as after a download, takes room of the window.
    let bars = 0;
    await this.#until(`a page of ${width} x ${height}`, PATIENCE_MS, async () => {
      const inner = await this.#run('() => ({width: innerWidth, height: innerHeight})', []);
      if (inner.width !== width) return false;
      if (inner.height === height) return true;
      bars = height + bars - inner.height;
      await this.#command('POST', '/window/rect', {...CORNER, width, height: height + bars});
      return false;
    });
  }

  async screenshot({clip} = {}) {
    if (clip) throw new Error('The driver of WebKit makes pictures of windows and elements only.');
    return await this.#command('GET', '/screenshot');
  }

  keyboard = {
    down: (key) => this.#keys([{type: 'keyDown', value: keysOf(key)}]),
    up: (key) => this.#keys([{type: 'keyUp', value: keysOf(key)}]),
    press: async (key) => {
      await this.keyboard.down(key);
      await this.keyboard.up(key);
    },
    type: async (text) => {
      await this.#keys(
        [...text].flatMap((letter) => {
          const value = letter === '\n' ? keysOf('Enter') : letter;
          return ['keyDown', 'keyUp'].map((type) => ({type, value}));
        }),
      );
    },
  };

  async #keys(actions) {
    // What is held down stays so between commands, as the protocol has it.
    await this.#command('POST', '/actions', {actions: [{type: 'key', id: 'keys', actions}]});
  }

  #handle(ref) {
    const page = this;
    const handle = {
      ref,
      evaluate: (action, ...values) => page.evaluate(action, handle, ...values),
      focus: () => page.evaluate((element) => element.focus(), handle),
      label: () => page.#command('GET', `/element/${ref[ELEMENT]}/computedlabel`),
      role: () => page.#command('GET', `/element/${ref[ELEMENT]}/computedrole`),
      screenshot: () => page.#command('GET', `/element/${ref[ELEMENT]}/screenshot`),
      async click({count = 1} = {}) {
        // The driver's own click takes an element in a shadow root for one that is covered.
        const {x, y} = await page.evaluate((element) => {
          element.scrollIntoView({block: 'nearest', inline: 'nearest'});
          const {left, top, width, height} = element.getBoundingClientRect();
          return {x: Math.round(left + width / 2), y: Math.round(top + height / 2)};
        }, handle);
        const once = ['pointerDown', 'pointerUp'].map((type) => ({type, button: 0}));
        const actions = [
          {type: 'pointerMove', x, y, duration: 0},
          ...Array.from({length: count}, () => once).flat(),
        ];
        const parameters = {pointerType: 'mouse'};
        await page.#command('POST', '/actions', {
          actions: [{type: 'pointer', id: 'mouse', parameters, actions}],
        });
      },
      async type(text) {
        await handle.focus();
        await page.keyboard.type(text);
      },
      // Of a frame only what stands in it can be asked for.
      contentFrame: async () => ({
        evaluate: (action, ...values) => page.#session.run(page.window, String(action), values, ref),
      }),
      async press(key) {
        await handle.focus();
        await page.keyboard.press(key);
      },
      async dispose() {},
    };
    return handle;
  }

  async #until(what, timeout, look) {
    const deadline = Date.now() + timeout;
    for (;;) {
      const found = await look().catch(() => null);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`Waited in vain in WebKit: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  #run(source, values) {
    return this.#session.run(
      this.window,
      source,
      values.map((value) => value?.ref ?? value ?? null),
    );
  }

  #command(method, path, body) {
    return this.#session.command(this.window, method, path, body);
  }
}
