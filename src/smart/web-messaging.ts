import {asObject, asText, type JsonObject} from './json.ts';

/** What the launch gives for SMART Web Messaging (HL7 SMART Web Messaging 1.0.0, 3.1). */
export interface MessagingLaunch {
  readonly handle: string;
  /** The one origin that messages go to and come from. */
  readonly origin: string;
}

/** What a record may be asked to open. */
export type Activity = 'problem-review' | 'order-review' | 'appointment-book';

/** The messages that the panel knows; each resolves with the answer's payload, or null when none came in time. */
export interface WebMessaging {
  /** Whether somebody listens at the other end. Nothing else is to be sent before that. */
  handshake(): Promise<boolean>;
  /** The person is done; the record may close the panel. */
  done(): Promise<JsonObject | null>;
  launchActivity(activity: Activity, parameters?: JsonObject): Promise<JsonObject | null>;
  readonly scratchpad: {
    /** `resource` has no id; the answer says where it was put. */
    create(resource: JsonObject): Promise<JsonObject | null>;
    /** All of it, or one thing by its reference (`Type/id`). */
    read(location?: string): Promise<JsonObject | null>;
    update(resource: JsonObject): Promise<JsonObject | null>;
    remove(location: string): Promise<JsonObject | null>;
  };
  /** Stops listening; whatever is not answered has no answer. */
  close(): void;
}

/** The part of a window that messages need, so that tests can have several. */
export interface MessagingPage {
  readonly parent: unknown;
  readonly opener: unknown;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface Peer {
  postMessage(message: unknown, origin: string): void;
}

/** How long an answer is waited for, in milliseconds: a record that does not know the messages never answers. */
const HANDSHAKE = 1000;
const ANSWER = 10_000;

/**
 * A bridge to the record that launched the panel, over `postMessage` to exactly the origin that the launch names. Null
 * where the launch gives no handle or no plain https origin, or where there is no window around: then it stays off. An
 * answer counts only when it comes from that window, that origin, and for a message that was sent and not yet answered.
 */
export function createWebMessaging(
  page: MessagingPage,
  launch: MessagingLaunch | null,
  newId: () => string = () => crypto.randomUUID(),
): WebMessaging | null {
  const peer = peerOf(page);
  if (!launch || !peer) return null;
  const {handle: messagingHandle, origin} = launch;
  const waiting = new Map<string, (payload: JsonObject | null) => void>();

  const listen = (event: MessageEvent): void => {
    if (event.origin !== origin || event.source !== peer) return;
    const message = asObject(event.data);
    const answer = waiting.get(asText(message?.['responseToMessageId']) ?? '');
    if (message && answer) answer(asObject(message['payload']) ?? {});
  };
  page.addEventListener('message', listen);

  function send(messageType: string, payload: JsonObject, patience = ANSWER): Promise<JsonObject | null> {
    const messageId = newId();
    return new Promise((resolve) => {
      const end = (answer: JsonObject | null): void => {
        clearTimeout(late);
        waiting.delete(messageId);
        resolve(answer);
      };
      const late = setTimeout(() => end(null), patience);
      waiting.set(messageId, end);
      peer?.postMessage({messagingHandle, messageId, messageType, payload}, origin);
    });
  }

  return {
    handshake: async () => (await send('status.handshake', {}, HANDSHAKE)) !== null,
    done: () => send('ui.done', {}),
    launchActivity: (activityType, activityParameters = {}) =>
      send('ui.launchActivity', {activityType, activityParameters}),
    scratchpad: {
      create: (resource) => send('scratchpad.create', {resource}),
      read: (location) => send('scratchpad.read', location === undefined ? {} : {location}),
      update: (resource) => send('scratchpad.update', {resource}),
      remove: (location) => send('scratchpad.delete', {location}),
    },
    close() {
      page.removeEventListener('message', listen);
      for (const end of waiting.values()) end(null);
    },
  };
}

/** What the token response says of messaging; null unless both are there and the origin is one (RFC 6454), by https. */
export function readMessaging(handle: unknown, origin: unknown): MessagingLaunch | null {
  const [known, place] = [asText(handle), asText(origin)];
  if (!known || !place || !URL.canParse(place)) return null;
  const url = new URL(place);
  const isSafe = url.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(url.hostname);
  return isSafe && url.origin === place.replace(/\/$/u, '') ? {handle: known, origin: url.origin} : null;
}

/** The window that holds the panel: the page around its frame, else the one that opened it. */
function peerOf(page: MessagingPage): Peer | null {
  const around = page.parent && page.parent !== page ? page.parent : page.opener;
  return around ? (around as Peer) : null;
}
