import {inflateSync} from 'node:zlib';

/** What a PDF says of itself: its text with every packed part unpacked, as far as it can be. */
function open(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const text = raw.toString('latin1');
  const parts = [text];
  for (const {index} of text.matchAll(/stream\r?\n/gu)) {
    const start = text.indexOf('\n', index) + 1;
    try {
      parts.push(inflateSync(raw.subarray(start)).toString('latin1'));
    } catch {
      // A picture or a font that is packed otherwise: no page is described there.
    }
  }
  return parts.join('\n');
}

/** The pages of a printed document and the size of its paper in points, whichever browser printed it. */
export function pagesOf(pdf: Uint8Array): {readonly pages: number; readonly paper: readonly number[]} {
  const text = open(pdf);
  const pages = text.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  const paper = /\/MediaBox\s*\[([\d. ]+)\]/u.exec(text)?.[1]?.trim().split(/\s+/u) ?? [];
  return {pages, paper: paper.map((length) => Math.round(Number(length)))};
}
