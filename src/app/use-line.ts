/** Longest text of the line, in characters. */
export const LINE_LIMIT = 240;

/** One part of the line, in ever shorter ways to say it, the longest first; an empty one leaves it out. */
export type LinePart = readonly string[];

/**
 * One line of parts that fits. When it is too long, the parts give way one after the other in the order of `yielding`
 * (places in `parts`): each as little as is needed. What is never to give way is not named there.
 */
export function fitLine(parts: readonly LinePart[], yielding: readonly number[], limit = LINE_LIMIT): string {
  const chosen = parts.map(([longest]) => longest ?? '');
  const line = (): string => chosen.filter(Boolean).join(' ');
  for (const place of yielding) {
    for (const shorter of parts[place] ?? []) {
      if (line().length <= limit) return line();
      chosen[place] = shorter;
    }
  }
  return line();
}

/** A free text as it is, then shorter by a word each time, then by a letter down to `least`, then nothing. */
export function shorterAndShorter(text: string, least: number, say: (text: string) => string): LinePart {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [''];
  // Longer than the line is never said: the cuts begin where it could fit.
  const cuts = words
    .map((_, taken) => words.slice(0, words.length - 1 - taken).join(' '))
    .filter((cut) => cut.length >= least && cut.length < LINE_LIMIT);
  const letters = Array.from(words.join(' ')).slice(
    0,
    Math.min(cuts.at(-1)?.length ?? LINE_LIMIT, LINE_LIMIT),
  );
  for (let length = letters.length - 1; length >= least; length -= 1)
    cuts.push(letters.slice(0, length).join(''));
  return [say(words.join(' ')), ...cuts.map((cut) => say(`${cut.replace(/[\s,;:.–-]+$/, '')}…`)), ''];
}
