/**
 * What fhirclient gets for `cross-fetch` (see vite.config.ts). It can reach only the addresses for which an answer was
 * arranged just before; everything else is refused without a request.
 */
type Answer = (body: string | null) => Promise<Response>;

const answers = new Map<string, Answer>();

/** Arranges the answer for one address; call what is returned when it is over. */
export function arrange(url: string, answer: Answer): () => void {
  answers.set(url, answer);
  return () => {
    if (answers.get(url) === answer) answers.delete(url);
  };
}

/** Takes the place of `fetch` inside fhirclient. */
export async function fetch(url: string, init?: {readonly body?: unknown}): Promise<Response> {
  const answer = answers.get(url);
  if (!answer) throw new TypeError('not arranged');
  return answer(typeof init?.body === 'string' ? init.body : null);
}

/** fhirclient asks for the class by this name. */
export const Response = globalThis.Response;
