// `npm run guide`: takes the pictures of the clinicians' guides (docs/guide/) anew, in both languages, from the sandbox.
import {mkdirSync} from 'node:fs';
import {buildApp} from './build-app.mjs';
import {ROOT} from './steps.mjs';

const FOLDER = `${ROOT}docs/guide/`;
/** Each picture: the element it shows, and how much of it. */
const PICTURES = [
  {name: 'top', element: 'isp-panel', height: 460},
  {name: 'plan', element: 'isp-plan', height: 620},
  {name: 'use', element: 'isp-use', height: 620},
];

await buildApp();
mkdirSync(FOLDER, {recursive: true});
const {openStage, openPanel, waitForText} = await import('../tests/journeys/stage.ts');
const stage = await openStage();
try {
  for (const lang of ['en-CA', 'fr-CA']) {
    const page = await openPanel(stage, {person: 'many-visits', lang, width: 560, height: 1000});
    await waitForText(page, lang === 'fr-CA' ? /Copier et imprimer/u : /Copy and print/u);
    for (const {name, element, height} of PICTURES) {
      const box = await page.evaluate(boxOf, element);
      const clip = {...box, height: Math.min(box.height, height)};
      await page.screenshot({
        path: `${FOLDER}${name}.${lang.slice(0, 2)}.png`,
        clip,
        captureBeyondViewport: true,
      });
    }
    await page.browserContext().close();
  }
} finally {
  await stage.close();
}

/** Runs in the page: where an element stands, through shadow roots. */
function boxOf(tag) {
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === tag) return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const {x, y, width, height} = find(document).getBoundingClientRect();
  const margin = 12;
  return {x: Math.max(0, x - margin), y: y + scrollY, width: Math.min(560, width + 2 * margin), height};
}
