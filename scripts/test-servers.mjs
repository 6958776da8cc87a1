// `npm run test:servers -- --fhir URL [--iss URL …]`: the panel's reading, writing, conflicts, fallbacks and launch against a
// real record system, told by the numbers of docs/conformance.md. docs/hosts/README.md says how to point it at some.
import {parseArgs} from 'node:util';

const HELP = `npm run test:servers -- --fhir URL [--iss URL …] [options]

Runs what the panel does against a real record system. It writes: use a test system and synthetic people only.

  --fhir URL          FHIR base to read and write without a launch
  --token TOKEN       access token for it (better in the environment: ISP_TEST_TOKEN)
  --patient ID        a test patient; without it one is made
  --iss URL           launch from this issuer (may be repeated); the same checks follow with its token
  --launch TOKEN      launch token of an EHR launch; without it the launch is standalone
  --client-id ID      client id that is registered (default isp-panel)
  --redirect URL      redirect address that is registered (default http://localhost:4011/index.html)
  --token-origin URL  origin of its sign-in and token endpoints, when they are elsewhere (may be repeated)
  --read-only         write nothing
  --help              this text
`;

const {values} = parseArgs({
  options: {
    fhir: {type: 'string'},
    token: {type: 'string'},
    patient: {type: 'string'},
    iss: {type: 'string', multiple: true, default: []},
    launch: {type: 'string'},
    'client-id': {type: 'string', default: 'isp-panel'},
    redirect: {type: 'string', default: 'http://localhost:4011/index.html'},
    'token-origin': {type: 'string', multiple: true, default: []},
    'read-only': {type: 'boolean', default: false},
    help: {type: 'boolean', default: false},
  },
});
if (values.help || (values.fhir === undefined && values.iss.length === 0)) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 1);
}
const {runSuite} = await import('../tests/servers/run-suite.ts');
const {outcomes, text} = await runSuite({
  fhir: values.fhir ?? null,
  token: values.token ?? process.env.ISP_TEST_TOKEN ?? null,
  patient: values.patient ?? null,
  launches: values.iss.map((iss) => ({
    iss,
    launch: values.launch ?? null,
    clientId: values['client-id'],
    redirect: values.redirect,
    tokenOrigins: values['token-origin'],
  })),
  write: !values['read-only'],
});
process.stdout.write(text);
process.exit(outcomes.some(({result}) => result === 'fails') ? 1 : 0);
