// What the record that launched the panel offers beside its data: its look, and messages to its window.
import type {IspPanel} from '../src/elements/panel/isp-panel.ts';
import {applySmartStyle} from '../src/elements/panel/smart-style.ts';
import {createWebMessaging, readMessaging} from '../src/smart/web-messaging.ts';
import {readSmartStyle} from '../src/smart/smart-style-file.ts';
import type {SmartSession} from '../src/smart.ts';
import {keptStyle, keepStyle} from './kept-style.ts';

/** Follows the record in its look and in how a panel is closed. */
export async function followHost(panel: IspPanel, {context, wishes}: SmartSession): Promise<void> {
  // A theme that the launch asks for is what the person wants.
  if (context.smartStyleUrl && !wishes.theme) wearStyle(panel, context.smartStyleUrl);
  await offerMessages(panel, context.messaging);
}

/** At once as it was read within a day; else after the chart, whose requests nothing is to delay. */
function wearStyle(panel: IspPanel, url: string): void {
  const kept = keptStyle(localStorageOf(window), url, Date.now());
  if (kept) {
    applySmartStyle(panel, kept);
    return;
  }
  const wear = async (): Promise<void> => {
    const style = await readSmartStyle(url);
    if (!style) return;
    applySmartStyle(panel, style);
    keepStyle(localStorageOf(window), url, style, Date.now());
  };
  panel.addEventListener('isp-loaded', () => void wear(), {once: true});
}

/** A record that answers gets the button by which the panel is closed; one that does not is asked for nothing more. */
async function offerMessages(panel: IspPanel, given: SmartSession['context']['messaging']): Promise<void> {
  const messaging = createWebMessaging(window, readMessaging(...given));
  if (!messaging) return;
  if (!(await messaging.handshake())) return messaging.close();
  panel.closable = true;
  panel.activities = 'appointment-book';
  panel.addEventListener('isp-done', () => void messaging.done());
  panel.addEventListener('isp-navigate', (event) => {
    if (event.activity !== 'appointment-book') return;
    event.preventDefault();
    void messaging.launchActivity(event.activity);
  });
}

/** Null where the browser keeps nothing. */
function localStorageOf(page: Window): Storage | null {
  try {
    return page.localStorage;
  } catch {
    return null;
  }
}
