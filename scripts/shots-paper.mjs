// What comes out of the printer, for `npm run shots`: the three copies and the panel's own page, in both languages, as PDF
// files, and as pictures of their pages where `pdftoppm` is installed.
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {ROOT} from './steps.mjs';

const {openPanel, waitForText} = await import('../tests/journeys/stage.ts');
const {press} = await import('../tests/journeys/acts.ts');
const {copyFor, printedDocument} = await import('../tests/journeys/paper.ts');
const {pagesOf} = await import('../tests/journeys/pdf.ts');

/** Prints what one person's panel gives into shots/; gives the number of pages. */
export async function shootPaper(stage, person) {
  let pages = 0;
  for (const [lang, short] of [
    ['en-CA', 'en'],
    ['fr-CA', 'fr'],
  ]) {
    const {takeAway: t} = await import(`../src/i18n/${short}/take-away.ts`);
    const page = await openPanel(stage, {person, lang, width: 816});
    try {
      await waitForText(page, new RegExp(t.heading, 'u'));
      pages += print(`panel-${short}`, await page.pdf({preferCSSPageSize: true}));
      await press(page, t.print);
      await waitForText(page, new RegExp(t.sheet.heading, 'u'));
      for (const audience of ['patient', 'team', 'community']) {
        await copyFor(page, audience);
        const paper = await page.browserContext().newPage();
        await paper.setContent(await printedDocument(page));
        pages += print(`${audience}-${short}`, await paper.pdf({preferCSSPageSize: true}));
        await paper.close();
      }
    } finally {
      await page.browserContext().close();
    }
  }
  return pages;
}

function print(name, pdf) {
  const file = `${ROOT}shots/paper-${name}.pdf`;
  writeFileSync(file, pdf);
  spawnSync('pdftoppm', ['-png', '-r', '80', file, file.replace('.pdf', '')]);
  return pagesOf(pdf).pages;
}
