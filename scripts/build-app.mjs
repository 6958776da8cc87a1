// Builds the launch pages and the panel into dist-app/ when they are older than what they are made of.
import {existsSync, globSync, statSync} from 'node:fs';
import {ROOT} from './steps.mjs';

/** Builds when needed; `force` always. Quiet unless it fails. */
export async function buildApp({force = false} = {}) {
  if (!force && isBuilt()) return;
  const {build} = await import('vite');
  await build({configFile: `${ROOT}vite.config.ts`, logLevel: 'error'});
}

/** Whether dist-app/ is there and newer than everything it is made of. */
export function isBuilt() {
  const built = `${ROOT}dist-app/index.html`;
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  const sources = globSync(['src/**/*', 'launch/**/*', 'vite.config.ts', 'package-lock.json', '*.json'], {
    cwd: ROOT,
  });
  return sources.every((file) => statSync(`${ROOT}${file}`).mtimeMs <= since);
}
