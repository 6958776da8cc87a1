// Brings the packages of the lock file and the project's own Node; says what it does and why it cannot.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const NODE_MAJOR = 24;

/** Installs what is missing and returns the path of a Node 24 or newer. */
export async function setUp() {
  install(root, 'packages');
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  install(`${root}scripts/runtime/`, `Node ${NODE_MAJOR}`);
  const node = runtimeNode();
  if (node === null || spawnSync(node, ['-v']).status !== 0) {
    fail(
      `No Node ${NODE_MAJOR} is available for this machine (${process.platform} ${process.arch}).`,
      `Install Node ${NODE_MAJOR} or newer and run the command again.`,
    );
  }
  return node;
}

/** Installs a folder's lock file once; a stamp remembers which lock file it was. Ends the command when it cannot. */
export function install(folder, what, giveUp = fail) {
  const lock = createHash('sha256')
    .update(readFileSync(`${folder}package-lock.json`))
    .digest('hex');
  const stamp = `${folder}node_modules/.isp-setup`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write(`Installing ${what} …\n`);
  const started = Date.now();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(
    npm,
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  );
  if (result.status !== 0) {
    const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(
      result.stderr ?? '',
    );
    return giveUp(
      offline
        ? `The ${what} could not be downloaded: this machine has no network, or the registry cannot be reached.`
        : `Installing ${what} failed:\n${result.stderr}`,
      offline ? 'Connect once and run the command again; afterwards everything works offline.' : '',
    );
  }
  writeFileSync(stamp, lock);
  process.stderr.write(`Installed ${what} in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

function runtimeNode() {
  const name = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  for (const folder of [`node-${name}`, `node-bin-${name}`]) {
    for (const file of ['bin/node', 'bin/node.exe']) {
      const path = `${root}scripts/runtime/node_modules/${folder}/${file}`;
      if (existsSync(path)) return path;
    }
  }
  return null;
}

function fail(...lines) {
  process.stderr.write(`${lines.filter(Boolean).join('\n')}\n`);
  process.exit(1);
}
