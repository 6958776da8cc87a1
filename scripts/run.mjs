// The one entry of every npm script. Plain JavaScript for Node 20 or newer: it installs what is missing, then hands
// over to the project's own Node 24.
import {spawnSync} from 'node:child_process';
import {setUp} from './setup.mjs';

const [command, ...rest] = process.argv.slice(2);
const node = await setUp();
const child = spawnSync(node, [`scripts/${command}.mjs`, ...rest], {
  stdio: 'inherit',
  cwd: new URL('..', import.meta.url),
});
process.exit(child.status ?? 1);
