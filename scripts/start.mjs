// npm start: builds the panel where needed, starts the sandbox, says where it is.
import {existsSync, readFileSync} from 'node:fs';
import {spawn} from 'node:child_process';
import {parseArgs} from 'node:util';
import {buildApp, isBuilt} from './build-app.mjs';

const DEFAULT_PORT = 4010;
const HELP = `npm start [-- options]

Opens a sandbox: a synthetic record system with a chart page in which the panel is launched.

  --data DIR    people from Bundles, lists of resources or NDJSON files instead of the synthetic ones (may be repeated)
  --app-state FILE
                settings of the panel that the record systems keep for everybody (docs/configuration.md)
  --fhir URL    the same launch and chart in front of any open FHIR R4 server
  --port N      port of the chart (default ${DEFAULT_PORT}; the panel and the record system take the next two)
  --no-open     do not open a browser
  --help        this text
`;

const {data, fhir, appState, port, open, help} = readOptions();
if (help) {
  process.stdout.write(HELP);
  process.exit(0);
}
if (!isBuilt()) {
  process.stdout.write('Building the panel …\n');
  await buildApp();
}
const {startSandbox} = await import('../sandbox/start-sandbox.ts');
const sandbox = await startOn(port);
process.stdout.write(`
  Chart          ${sandbox.chartUrl}   <- open this
  Panel          ${sandbox.panelUrl}
  Record system  ${sandbox.fhirUrl}
  Checks         ${sandbox.chartUrl}/checks

  Ctrl+C stops it.
`);
if (open) openBrowser(sandbox.chartUrl);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}

function readOptions() {
  try {
    const {values} = parseArgs({
      options: {
        data: {type: 'string', multiple: true},
        fhir: {type: 'string'},
        'app-state': {type: 'string'},
        port: {type: 'string', default: String(DEFAULT_PORT)},
        'no-open': {type: 'boolean', default: false},
        help: {type: 'boolean', default: false},
      },
    });
    const first = Number(values.port);
    if (!Number.isInteger(first) || first < 0 || first > 65_000)
      throw new Error(`"${values.port}" is not a port.`);
    if (values.fhir !== undefined && !URL.canParse(values.fhir))
      throw new Error(`"${values.fhir}" is not an address.`);
    for (const dir of values.data ?? []) if (!existsSync(dir)) throw new Error(`There is no folder ${dir}.`);
    const file = values['app-state'];
    return {
      data: values.data,
      fhir: values.fhir,
      appState: file === undefined ? undefined : readFileSync(file, 'utf8'),
      port: first,
      open: !values['no-open'],
      help: values.help,
    };
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** The default ports, or the next three that are free. */
async function startOn(first) {
  for (let chartPort = first; ; chartPort += 3) {
    try {
      return await startSandbox({
        chartPort,
        panelPort: first === 0 ? 0 : chartPort + 1,
        fhirPort: first === 0 ? 0 : chartPort + 2,
        ...(data === undefined ? {} : {dataDirs: data}),
        ...(fhir === undefined ? {} : {fhirUrl: fhir}),
        ...(appState === undefined ? {} : {appState}),
        quiet: false,
      });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || chartPort > first + 90) throw error;
    }
  }
}

/** Only where somebody sits in front of a desktop. */
function openBrowser(url) {
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!process.stdout.isTTY || !desktop || process.env.CI) return;
  const [command, ...args] = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }[process.platform] ?? ['xdg-open', url];
  const child = spawn(command, args, {stdio: 'ignore', detached: true});
  child.on('error', () => undefined);
  child.unref();
}
