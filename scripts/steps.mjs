// Runs the tools of node_modules with this Node, one step after another.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a tool (`package/path/to/bin.js`) and says how long it took. Returns whether it succeeded. */
export function run(name, [bin, ...args], {nodeArgs = [], quiet = false} = {}) {
  const started = Date.now();
  const child = spawnSync(process.execPath, [...nodeArgs, `${ROOT}node_modules/${bin}`, ...args], {
    cwd: ROOT,
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
  });
  const good = child.status === 0;
  if (quiet && !good) process.stdout.write(`${child.stdout}${child.stderr}`);
  process.stdout.write(`${good ? '✔' : '✖'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  return good;
}
