// `npm run test:model`: 10,000 random histories (ISP_HISTORIES sets another number) of two people on a bad network, new
// ones each time: half of them of goals and teams, half of actions, plans and the order of goals, side by side. The normal
// run of the tests lives through some thousand that are always the same.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const child = spawnSync(
  process.execPath,
  ['--test', '--test-reporter=spec', 'tests/fhir/write/model.test.ts', 'tests/app/model/model.test.ts'],
  {
    stdio: 'inherit',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {...process.env, ISP_HISTORIES: String(Math.ceil(Number(process.env.ISP_HISTORIES ?? 10000) / 2))},
  },
);
process.exit(child.status ?? 1);
