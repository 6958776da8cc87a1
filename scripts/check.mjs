// `npm run check`: everything that CI runs, in the order in which it fails fastest. All steps run; the exit code says
// whether all held.
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {apiIsCurrent} from './api-report.mjs';
import {buildApp} from './build-app.mjs';
import {buildLibrary} from './build-library.mjs';
import {checkSizes} from './sizes.mjs';
import {ROOT, run} from './steps.mjs';

const {values} = parseArgs({options: {'no-tests': {type: 'boolean', default: false}}});
const results = [];
const step = (...args) => results.push(run(...args));

for (const project of ['.', 'src/domain', 'src/fhir', 'tests', 'sandbox']) {
  step(`types of ${project === '.' ? 'src and launch' : project}`, ['typescript/bin/tsc', '-p', project]);
}
step('lint and rings', ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'], {quiet: true});
step(
  'templates',
  [
    '@jackolope/lit-analyzer/cli.mjs',
    'src/elements/**/*.ts',
    '--strict',
    '--rules.no-missing-import',
    'off',
    // It reads a token of a style sheet that stands in ${…} as broken CSS.
    '--rules.no-invalid-css',
    'off',
    '--quiet',
  ],
  {nodeArgs: ['--import', `${ROOT}scripts/typescript6.mjs`]},
);
step('format', ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']);
step('dead code', ['knip/bin/knip.js', '--no-progress']);
results.push(manifestIsCurrent());
results.push(await apiIsCurrent());
results.push(await buildLibrary());
await buildApp({force: true});
results.push(checkSizes());
if (!values['no-tests']) results.push(runScript('tests', 'test.mjs', ['--coverage']));

if (results.includes(false)) {
  process.stdout.write('check: something failed, see ✖ above\n');
  process.exit(1);
}

function manifestIsCurrent() {
  const file = `${ROOT}docs/custom-elements.json`;
  const read = () => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  const before = read();
  const made = run(
    'manifest',
    [
      '@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--config',
      'custom-elements-manifest.config.mjs',
      '--quiet',
    ],
    {quiet: true},
  );
  const same = read() === before;
  if (!same)
    process.stdout.write(
      '✖ docs/custom-elements.json was out of date; it has been written anew: commit it\n',
    );
  return made && same;
}

function runScript(name, script, args) {
  return run(name, [`../scripts/${script}`, ...args]);
}
