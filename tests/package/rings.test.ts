import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {tempFolder} from '../helpers/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One forbidden line a ring: the linter must refuse each, or the border is only a wish. */
const CROSSINGS: readonly [file: string, line: string][] = [
  ['src/domain/x.ts', "import '../fhir/client.ts';"],
  ['src/domain/x.ts', "import 'lit';"],
  ['src/domain/x.ts', "import type {Transport} from '../fhir/transport.ts';\nexport type {Transport};"],
  ['src/domain/x.ts', 'export const now = Date.now();'],
  ['src/domain/x.ts', 'export const dice = Math.random();'],
  ['src/domain/deep/x.ts', "import '../../app/store.ts';"],
  ['src/fhir/x.ts', "import '../app/store.ts';"],
  ['src/fhir/x.ts', "import 'zod';"],
  ['src/fhir/x.ts', "export const answer = fetch('x');"],
  ['src/app/x.ts', "import 'lit';"],
  ['src/app/x.ts', "import '../elements/select.ts';"],
  ['src/app/x.ts', "import '../smart/session.ts';"],
  ['src/i18n/x.ts', "import '../app/state.ts';"],
  ['src/elements/x.ts', "import '../fhir/client.ts';"],
  ['src/elements/x.ts', "import '../smart/session.ts';"],
  ['src/elements/x.ts', "import 'lit/directives/unsafe-html.js';"],
  ['src/elements/x.ts', "import 'lit/directives/style-map.js';"],
  ['src/elements/x.ts', "document.body.innerHTML = 'x';"],
  ['src/smart/x.ts', "import '../elements/select.ts';"],
  ['src/transport/x.ts', "import '../app/store.ts';"],
];

/** The project's own lint rules in an empty folder, without the plugins that only look at templates. */
function lintErrors(file: string, source: string): number {
  const folder = tempFolder();
  const config = JSON.parse(readFileSync(`${ROOT}.oxlintrc.json`, 'utf8'));
  delete config.jsPlugins;
  for (const override of config.overrides) {
    for (const rule of Object.keys(override.rules)) if (/^(lit|wc)\//.test(rule)) delete override.rules[rule];
  }
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
  mkdirSync(join(folder, dirname(file)), {recursive: true});
  writeFileSync(join(folder, file), `${source}\n`);
  const result = spawnSync(process.execPath, [`${ROOT}node_modules/oxlint/bin/oxlint`, '--format=json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const report = JSON.parse(result.stdout) as {diagnostics: {code: string}[]};
  return report.diagnostics.filter((found) => /no-restricted/.test(found.code)).length;
}

for (const [file, line] of CROSSINGS) {
  test(`a border holds: ${file} may not say ${line.split('\n')[0]}`, () => {
    assert.ok(lintErrors(file, line) > 0);
  });
}

test('what a ring may import raises no complaint', () => {
  assert.equal(lintErrors('src/elements/x.ts', "import 'lit';\nimport '../app/store.ts';"), 0);
  assert.equal(lintErrors('src/fhir/x.ts', "import '../domain/result.ts';"), 0);
});
