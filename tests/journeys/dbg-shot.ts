import {openStage, openPanel} from './stage.ts';
import {press} from './acts.ts';
process.env['CHROME_PATH'] = '/usr/bin/chromium';
const stage = await openStage();
for (const [p, lang, width, theme] of [
  ['epic', 'en-CA', 360, 'light'],
  ['oracle', 'fr-CA', 360, 'light'],
  ['athena', 'fr-CA', 360, 'dark'],
  ['athena', 'en-CA', 1200, 'light'],
] as const) {
  const page = await openPanel(stage, {person: 'empty', personality: p, lang, width, theme, height: 900});
  await new Promise((r) => setTimeout(r, 1500));
  if (p === 'athena') {
    await press(page, lang === 'fr-CA' ? 'Écrire le plan ici' : 'Write the plan here');
    await new Promise((r) => setTimeout(r, 800));
  }
  await page.screenshot({path: `/tmp/shot-${p}-${lang}-${width}.png` as `${string}.png`, fullPage: false});
  console.log(p, stage.sandbox.cspReports.length);
  await page.browserContext().close();
}
await stage.close();
