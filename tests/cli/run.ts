import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {loadPerson} from '../../fixtures/people.ts';
import {runCommand, type Ended} from '../../src/cli/count.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Runs the command over files in memory, as `main.ts` does over those of the disk. */
export function run(words: readonly string[], files: Readonly<Record<string, unknown>> = {}): Promise<Ended> {
  return runCommand(words, (path) => {
    if (!Object.hasOwn(files, path)) throw new Error(`no file ${path}`);
    const content = files[path];
    return typeof content === 'string' ? content : JSON.stringify(content);
  });
}

/** Runs the real command as its own process. */
export function spawn(
  words: readonly string[],
  input = '',
): {readonly code: number | null; readonly out: string; readonly err: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [MAIN, ...words], {input, encoding: 'utf8'});
  return {code: status, out: stdout, err: stderr};
}

/** Writes a file into a folder of its own and returns its path. */
export function file(name: string, content: unknown): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** The resources of a synthetic person. */
export function resourcesOf(slug: string): readonly object[] {
  return loadPerson(slug).resources;
}

export function bundleOf(resources: readonly object[], more: object = {}): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({resource})),
    ...more,
  };
}

/** A short Encounter. */
export function visit(id: string, start: string, more: object = {}): object {
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: {system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'EMER'},
    subject: {reference: 'Patient/p1'},
    period: {start},
    ...more,
  };
}
