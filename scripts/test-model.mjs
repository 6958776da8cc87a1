// `npm run test:model`: 10,000 random histories (ISP_HISTORIES sets another number) of two panels on a bad network, new
// ones each time. The normal run of the tests lives through 2,000 that are always the same.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const child = spawnSync(
  process.execPath,
  ['--test', '--test-reporter=spec', 'tests/fhir/write/model.test.ts'],
  {
    stdio: 'inherit',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {...process.env, ISP_HISTORIES: process.env.ISP_HISTORIES ?? '10000'},
  },
);
process.exit(child.status ?? 1);
