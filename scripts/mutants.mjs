// `npm run test:mutants`: breaks src/domain in one place after another and looks whether its tests notice.
// --file NAME: only files whose path holds NAME. --sample N: every N-th place. --list: also say what killed each.
// --json: print the survivors as equivalent.json names them, to be given a reason there.
import {fork} from 'node:child_process';
import {globSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {findMutants} from './mutants/find-mutants.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORKER = fileURLToPath(new URL('./mutants/worker.mjs', import.meta.url));
/** A mutant that runs so many times longer than the unchanged code, and so long, goes round for ever. */
const PATIENCE = 6;
const LEAST_PATIENCE = 5000;
/** Fresh modules stay in memory: a new process now and then. */
const MOST_IN_ONE_PROCESS = 80;
const WANTED = 95;

const {values} = parseArgs({
  options: {
    file: {type: 'string', default: ''},
    sample: {type: 'string', default: '1'},
    list: {type: 'boolean'},
    json: {type: 'boolean'},
  },
});
const files = globSync('src/domain/**/*.ts', {cwd: ROOT})
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const tests = globSync('tests/domain/**/*.test.ts', {cwd: ROOT})
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const slow = tests.filter((path) => path.endsWith('properties.test.ts'));
const quick = tests.filter((path) => !slow.includes(path));
const step = Number(values.sample);
const all = files
  .filter((file) => file.includes(values.file))
  .flatMap((file) => findMutants(ROOT, file))
  .filter((_mutant, place) => place % step === 0);
const known = JSON.parse(readFileSync(`${ROOT}scripts/mutants/equivalent.json`, 'utf8'));

const started = Date.now();
let worker = null;
let tried = 0;
/** Milliseconds that each test file takes while nothing is changed. */
let usual = {};

const untouched = await attempt(-1, null);
if (untouched !== null) {
  process.stderr.write(`The tests fail without any change: ${untouched}\n`);
  process.exit(1);
}
const survivors = [];
let killed = 0;
let equivalent = 0;
for (const [number, mutant] of all.entries()) {
  const killedBy = await attempt(number, mutant);
  if (killedBy === 'syntax') continue;
  const reason = known.find(
    (one) =>
      one.file === mutant.file &&
      one.context === mutant.context &&
      one.was === mutant.was &&
      one.becomes === mutant.becomes &&
      one.nth === mutant.nth,
  );
  if (killedBy !== null) {
    killed += 1;
    if (reason)
      process.stdout.write(`not equivalent after all: ${mutant.file}:${mutant.line} ${reason.was}\n`);
    if (values.list) process.stdout.write(`killed   ${say(mutant)}   by ${killedBy}\n`);
  } else if (reason) equivalent += 1;
  else {
    survivors.push(mutant);
    process.stdout.write(`survived ${say(mutant)}\n`);
  }
}
worker?.kill();
if (values.json) {
  const named = survivors.map(({file, context, was, becomes, nth}) => ({file, context, was, becomes, nth}));
  process.stdout.write(`${JSON.stringify(named, null, 2)}\n`);
}
const total = killed + survivors.length;
const share = total === 0 ? 100 : (100 * killed) / total;
process.stdout.write(
  `${killed} of ${total} killed (${share.toFixed(1)} %), ${equivalent} equivalent, ` +
    `${((Date.now() - started) / 1000).toFixed(0)} s\n`,
);
process.exit(share >= WANTED ? 0 : 1);

/** Name of the test that noticed, `time` when it never ended, null when nothing did. */
function attempt(number, mutant) {
  if (tried >= MOST_IN_ONE_PROCESS) {
    worker?.kill();
    worker = null;
    tried = 0;
  }
  worker ??= fork(WORKER, {
    env: {...process.env, ISP_RUNS: '0.1'},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  tried += 1;
  const own = worker;
  return new Promise((resolve) => {
    const end = (killedBy) => {
      clearTimeout(timer);
      own.removeAllListeners();
      if (killedBy === 'time' || killedBy === 'crash') {
        own.kill('SIGKILL');
        worker = null;
        tried = 0;
      }
      resolve(killedBy);
    };
    let timer;
    own.on('message', (answer) => {
      if ('expected' in answer) {
        timer = setTimeout(() => end('time'), Math.max(LEAST_PATIENCE, PATIENCE * answer.expected));
        return;
      }
      if (mutant === null) usual = answer.times;
      end(answer.killedBy);
    });
    own.once('exit', () => end('crash'));
    own.send({number, mutant, quick, slow, usual});
  });
}

function say({file, line, was, becomes, context}) {
  const short = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replaceAll(/\s+/g, ' ');
  return `${file}:${line}  ${short(was)} → ${short(becomes) || '(nothing)'}   in: ${short(context)}`;
}
