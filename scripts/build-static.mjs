// The pages that any static host can serve (dist-static/): practice in memory, the gallery, the editor of the site file.
import {existsSync, globSync, mkdirSync, statSync, writeFileSync} from 'node:fs';
import {ROOT} from './steps.mjs';

const PAGES = ['index', 'gallery', 'site-file'];
const OUT = `${ROOT}dist-static/`;

/** Builds when needed; `force` always. */
export async function buildStatic({force = false} = {}) {
  if (!force && isBuilt()) return;
  const {build} = await import('vite');
  const input = Object.fromEntries(PAGES.map((page) => [page, `${ROOT}sandbox/static/${page}.html`]));
  await build({
    configFile: false,
    root: `${ROOT}sandbox/static`,
    base: './',
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      target: 'es2022',
      outDir: OUT,
      emptyOutDir: true,
      modulePreload: false,
      // What lies in the page itself its policy would have to allow.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {input},
    },
  });
  const {gallerySnapshots} = await import('../sandbox/static/snapshots.ts');
  mkdirSync(`${OUT}states`, {recursive: true});
  for (const [name, state] of Object.entries(await gallerySnapshots()))
    writeFileSync(`${OUT}states/${name}.json`, JSON.stringify(state));
}

function isBuilt() {
  if (!existsSync(`${OUT}index.html`)) return false;
  const since = statSync(`${OUT}index.html`).mtimeMs;
  const sources = globSync(['src/**/*', 'sandbox/**/*', 'fixtures/**/*.ts', 'docs/isp-site.schema.json'], {
    cwd: ROOT,
  });
  return sources.every((file) => statSync(`${ROOT}${file}`).mtimeMs <= since);
}
