import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** A new folder that is gone when the tests of this file have run. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isp-test-'));
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
  return folder;
}
