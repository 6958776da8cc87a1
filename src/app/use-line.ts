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

/** A free text as it is, then shorter by a character each time down to `least`, then nothing. */
export function shorterAndShorter(text: string, least: number, say: (text: string) => string): LinePart {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  if (flat === '') return [''];
  const letters = Array.from(flat);
  const cuts = Array.from({length: Math.max(0, Math.min(letters.length, 240) - least)}, (_, taken) =>
    say(
      `${letters
        .slice(0, Math.min(letters.length, 240) - 1 - taken)
        .join('')
        .trimEnd()}…`,
    ),
  );
  return [say(flat), ...cuts, ''];
}
