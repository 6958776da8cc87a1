import {loadLaunchWords} from './launch-words.ts';
import type {Language} from './index.ts';

/** The part of `navigator.permissions` that is used. */
export interface Permissions {
  query(about: {readonly name: PermissionName}): Promise<{readonly state: string}>;
}

/** What browsers call the right to reach the local network (Local Network Access; Chrome 142 and later). */
const names = ['local-network-access', 'local-network'] as const;

/**
 * What to do when the browser keeps this page, or this frame, from the local network, in which many record systems are.
 * Empty when it does not, or does not say: a request that it stopped looks like any that got no answer.
 */
export async function localNetworkAdvice(
  language: Language,
  permissions: Permissions | undefined = globalThis.navigator?.permissions,
): Promise<string> {
  for (const name of names) {
    // Not every browser knows every name, and one that does not throws.
    const state = await Promise.resolve()
      .then(() => permissions?.query({name: name as PermissionName}))
      .then(
        (status) => status?.state,
        () => undefined,
      );
    if (state === 'denied') return (await loadLaunchWords(language)).localNetwork;
  }
  return '';
}
