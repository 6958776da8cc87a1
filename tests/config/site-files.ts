import fc from 'fast-check';

// Site files with right and wrong values in every place. What no schema can tell is left out: a zone of the right form
// that does not exist, an issuer that comes twice, and addresses that only a URL parser sees through.

type Arbitrary = fc.Arbitrary<unknown>;

const json: Arbitrary = fc.jsonValue({maxDepth: 2});
const mixed = (right: Arbitrary, ...near: readonly unknown[]): Arbitrary =>
  fc.oneof(
    {weight: 40, arbitrary: right},
    {weight: 1, arbitrary: fc.constantFrom(...near)},
    {weight: 1, arbitrary: json},
  );
const oneOf = (...right: readonly unknown[]): Arbitrary =>
  mixed(fc.constantFrom(...right), '', 'other', null, [right[0]]);
const flag = mixed(fc.boolean(), 'true', 0, null);
const whole = (from: number, to: number): Arbitrary =>
  mixed(fc.integer({min: from, max: to}), from - 1, to + 1, from + 0.5, String(from), null);
const list = (item: Arbitrary): Arbitrary => mixed(fc.array(item, {maxLength: 5}), {}, 'one', null);
const day = mixed(
  fc.constantFrom(null, '2021-04-01', '2024-02-29', '1999-12-31'),
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '26-01-01',
  '2026-4-1',
  '2026-04',
  '2026-04-01T00:00:00Z',
);
const table = (value: Arbitrary): Arbitrary =>
  mixed(
    fc
      .array(fc.tuple(fc.constantFrom('A', 'urn:x|A', 'Hôpital A', 'toString', '__proto__'), value), {
        maxLength: 3,
      })
      .map((entries) => Object.fromEntries(entries)),
    [],
    'A',
    null,
  );
const code = mixed(
  fc.constantFrom('urn:x|A', '|A', 'http://snomed.info/sct|1'),
  'A',
  'urn:x|',
  '|',
  'a b|c',
  'a|b|c',
  '',
);
const words = mixed(fc.constantFrom('pivot', 'Organization/h1', ' a'), '', ' ', 'x'.repeat(513));

const bases = [
  'https://ehr.example/fhir',
  'https://ehr.example/fhir/',
  'https://ehr.example',
  'https://ehr-2.example:8443/a/b%20c/R4',
  'https://192.168.1.20/fhir',
  'https://[::1]/fhir',
  'http://localhost:4001/fhir',
  'http://127.0.0.1:4001/fhir',
];
const wrongBases = [
  'http://ehr.example/fhir',
  'https://user@ehr.example/fhir',
  'https://EHR.example/fhir',
  'https://ehr.example:443/fhir',
  'http://localhost:80/fhir',
  'https://ehr.example/a/../fhir',
  'https://ehr.example/./fhir',
  'https://ehr.example/%2E%2e/fhir',
  'https://ehr.example/fhir?x=1',
  'https://ehr.example/fhir#x',
  'https://ehr.example/é',
  'https://ehr.example/a b',
  'https://192.168.1/fhir',
  'https://010.0.0.1/fhir',
  'https:/ehr.example/fhir',
  'ftp://ehr.example/fhir',
  'ehr.example/fhir',
  '//ehr.example/fhir',
  ' https://ehr.example/fhir',
  'https://ehr.example/fhir\n',
  '*',
  '',
];
const base = mixed(fc.constantFrom(...bases), ...wrongBases);
const origin = mixed(
  fc.constantFrom(
    'https://login.example',
    'https://login.example:8443',
    'http://localhost:4001',
    'https://[::1]',
  ),
  'https://login.example/',
  'https://login.example:443',
  'https://Login.example',
  'https://*.example',
  'http://login.example',
  'https://a.example; script-src *',
  'https://a.example;sandbox',
  'self ',
  '*',
);

/** An object with some of these members, now and then one that nobody knows. */
function some(members: Readonly<Record<string, Arbitrary>>, required: readonly string[] = []): Arbitrary {
  const known = fc.record({...members}, {requiredKeys: [...required]});
  const stray = fc.dictionary(fc.constantFrom('zoen', 'constructor', 'criterium', '$ref', '$schema'), json, {
    maxKeys: 1,
  });
  return fc.oneof(
    {weight: 40, arbitrary: known},
    {weight: 1, arbitrary: fc.record({...members}, {requiredKeys: []})},
    {weight: 1, arbitrary: fc.tuple(known, stray).map(([a, b]) => ({...b, ...a}))},
    {weight: 1, arbitrary: json},
  );
}

const kinds = [
  'ed-visit',
  'stay',
  'observation',
  'short-stay',
  'ambulatory',
  'unclassified',
  'pre-admission',
];
const part = some({measure: oneOf('edVisits', 'stays'), atLeast: whole(1, 1000), months: whole(1, 120)}, [
  'measure',
  'atLeast',
  'months',
]);
const counting = some({
  criterion: oneOf('qc-integrated', 'qc-regional', 'conect-invite', 'ed5', 'ed10', 'custom'),
  custom: fc.oneof(
    fc.constant(null),
    some({parts: list(part), join: oneOf('any', 'all')}, ['parts', 'join']),
    fc.constant({parts: [{measure: 'stays', atLeast: 2, months: 6}], join: 'all'}),
  ),
  mergeMinutes: whole(0, 1440),
  dropAdmitted: flag,
  countRegistrations: flag,
  onePerDay: flag,
  stayGapHours: whole(0, 72),
  lwbs: oneOf('include', 'exclude'),
  scheduled: oneOf('include', 'exclude'),
  window: oneOf('calendar-months', 'rolling-days'),
  baselineMonths: whole(1, 24),
  inferFromAdmit: flag,
  classMap: table(oneOf(...kinds)),
  typeMap: table(oneOf(...kinds, 'scheduled-ed')),
  dispositionMap: table(oneOf('other-hcf', 'home', 'lwbs')),
  admitSourceMap: table(oneOf('emd', 'hosp-trans')),
  siteNames: table(mixed(fc.string(), null, 1)),
  countInferred: flag,
  recordsStart: day,
});

const issuer = some(
  {
    iss: base,
    clientId: mixed(fc.string({minLength: 1}), '', 'x'.repeat(513), 7),
    fhirBase: base,
    tokenOrigins: list(origin),
    scopesVersion: oneOf('auto', 'v1', 'v2'),
    pkce: oneOf('required', 'unadvertised'),
    requireNonce: flag,
  },
  ['iss', 'clientId'],
);

/** Only the first of equal addresses is kept, so each issuer has a place of its own. */
const issuers = list(issuer).map((raw) =>
  Array.isArray(raw)
    ? raw.map((one: unknown, n) => {
        const {iss} = (one ?? {}) as {iss?: unknown};
        return bases.includes(iss as string)
          ? {...(one as object), iss: `${String(iss).replace(/\/$/u, '')}/${n}`}
          : one;
      })
    : raw,
);

const formOfZone = /^([+-]\d\d:\d\d$|[A-Za-z][A-Za-z0-9_+/-]*$)/u;

/** The content of a site file as it comes out of JSON. */
export const siteFile: fc.Arbitrary<unknown> = some({
  issuers,
  zone: mixed(
    fc.constantFrom('America/Toronto', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC', '-05:00'),
    'America Toronto',
    'America/',
    '/Toronto',
    '5',
    'Amérique/Montréal',
  ).filter((zone) => typeof zone !== 'string' || !formOfZone.test(zone) || isZone(zone)),
  language: oneOf('en-CA', 'fr-CA'),
  counting,
  followUp: some({
    contactEveryDays: whole(1, 1000),
    laterContactEveryDays: whole(1, 1000),
    noContactDays: whole(1, 1000),
    dischargeContactDays: whole(1, 1000),
    endingDays: whole(1, 1000),
    reviewAfterDays: whole(1, 1000),
    renewAfterDays: whole(1, 1000),
  }),
  recognition: some({
    planCategories: list(code),
    episodeTypes: list(code),
    caseManagerRoles: list(words),
    hospitals: list(words),
    scoreCodes: table(oneOf('k6', 'imsa', 'conect-6')),
    scoreCutOffs: table(mixed(fc.integer(), '12', 1)),
  }),
  features: some({write: flag}),
  drafts: oneOf('memory', 'tab', 'host'),
  persist: oneOf('tab', 'memory'),
  authMode: oneOf('redirect', 'popup', 'auto'),
  frameAncestors: list(fc.oneof(origin, fc.constantFrom('self', "'self'"))),
  httpCache: oneOf('default', 'no-store'),
  practiceDate: day,
}).map((file) => JSON.parse(JSON.stringify(file)) as unknown);

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: name}));
  } catch {
    return false;
  }
}
