// The few commands of WebDriver (W3C, over HTTP) that the tests need. One command at a time, each in the window it is for.
import {Agent, request} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';

/** The name under which the protocol hands over an element. */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export class Session {
  #address;
  #path = '';
  #window = null;
  #last = Promise.resolve();
  #agent = new Agent({keepAlive: true});

  constructor(address) {
    this.#address = address;
  }

  async open(capabilities) {
    for (let left = 100; ; left -= 1) {
      try {
        await this.#send('GET', '/status');
        break;
      } catch (error) {
        if (left === 0) throw error;
        await wait(50);
      }
    }
    const {sessionId} = await this.#send('POST', '/session', {capabilities: {alwaysMatch: capabilities}});
    this.#path = `/session/${sessionId}`;
    await this.#send('POST', '/timeouts', {script: 900_000, pageLoad: 60_000});
    this.#window = await this.#send('GET', '/window');
  }

  get firstWindow() {
    return this.#window;
  }

  async close() {
    await this.#send('DELETE', '');
    this.#agent.destroy();
  }

  /** Sends a command to this window, or a frame in it, after those before it. Throws what is answered as an error. */
  async command(window, method, path, body, frame = null) {
    const mine = this.#last.then(async () => {
      if (window !== this.#window) {
        await this.#send('POST', '/window', {handle: window});
        this.#window = window;
      }
      if (frame === null) return await this.#send(method, path, body);
      await this.#send('POST', '/frame', {id: frame});
      try {
        return await this.#send(method, path, body);
      } finally {
        await this.#send('POST', '/frame', {id: null});
      }
    });
    this.#last = mine.catch(() => undefined);
    return await mine;
  }

  /** Runs a function in the page and waits for what it gives; elements go in and out. */
  async run(window, source, values, frame) {
    const script = `
      const done = arguments[arguments.length - 1];
      const values = [...arguments].slice(0, -1);
      (async () => (${source})(...values))().then(
        (value) => done({value}),
        (error) => done({error: String(error) + ' ' + (error?.stack ?? '')}));`;
    const body = {script, args: values};
    const answer = await this.command(window, 'POST', '/execute/async', body, frame);
    if (answer?.error !== undefined) throw new Error(answer.error);
    return answer?.value ?? undefined;
  }

  async #send(method, path, body = {}) {
    const text = JSON.stringify(body);
    // Not fetch: it gives up an answer that takes five minutes, as that of a thousand panels may.
    const answer = await new Promise((resolve, reject) => {
      const headers = {'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text)};
      const asked = request(
        `${this.#address}${this.#path}${path}`,
        method === 'POST' ? {method, headers, agent: this.#agent} : {method, agent: this.#agent},
        (response) => {
          let all = '';
          response.setEncoding('utf8');
          response.on('data', (part) => (all += part));
          response.on('end', () => resolve(all));
        },
      );
      asked.on('error', reject);
      asked.end(method === 'POST' ? text : undefined);
    });
    const {value} = JSON.parse(answer);
    if (value?.error !== undefined && value.message !== undefined && value.stacktrace !== undefined)
      throw new Error(`${value.error}: ${value.message} (${method} ${path})`);
    return value;
  }
}
