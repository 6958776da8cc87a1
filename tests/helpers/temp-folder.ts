import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

/** A new folder that is gone when the tests have run. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isp-test-'));
  folders.push(folder);
  return folder;
}
