// `node scripts/terminology.ts` writes the code systems of the panel (docs/terminology) from the code; a test holds the two
// together.
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {CONTACT, CONTACT_SYSTEM, contactModes} from '../src/domain/follow-up/contact.ts';
import {instruments, MEASURE_SYSTEM} from '../src/domain/measures/instruments.ts';
import {ACTION_SYSTEM, actionDisplays} from '../src/fhir/action-codes.ts';
import {PARTY} from '../src/fhir/map-contact-encounter.ts';
import {followUp as enFollowUp} from '../src/i18n/en/follow-up.ts';
import {measures as en} from '../src/i18n/en/measures.ts';
import {actions as frActions} from '../src/i18n/fr/actions.ts';
import {followUp as frFollowUp} from '../src/i18n/fr/follow-up.ts';
import {measures as fr} from '../src/i18n/fr/measures.ts';

interface Concept {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
}

const measures: readonly Concept[] = instruments.flatMap(({name, parts}): Concept[] => [
  {code: name, en: en.instrument[name], fr: fr.instrument[name]},
  ...parts.map(({code}) => ({
    code: `${name}.${code}`,
    en: `${en.instrument[name]}: ${en.part[code] ?? code}`,
    fr: `${fr.instrument[name]}\u00a0: ${fr.part[code] ?? code}`,
  })),
]);
const contacts: readonly Concept[] = [
  {code: CONTACT, en: 'Contact of case management', fr: 'Contact de la gestion de cas'},
  {code: PARTY, en: 'Whom the contact was with', fr: 'Personne avec qui le contact a eu lieu'},
  ...contactModes.map((code) => ({code, en: enFollowUp.mode[code], fr: frFollowUp.mode[code]})),
];
const french: Readonly<Record<string, string>> = {...frActions.category, review: 'Révision du plan'};
const actions: readonly Concept[] = Object.entries(actionDisplays).map(([code, display]) => ({
  code,
  en: display,
  fr: french[code] ?? display,
}));

/** The code systems by the name of their file. */
export const codeSystems: Readonly<Record<string, object>> = {
  measures: codeSystem(MEASURE_SYSTEM, 'Scores of case management', measures),
  contacts: codeSystem(CONTACT_SYSTEM, 'Contacts of case management', contacts),
  actions: codeSystem(ACTION_SYSTEM, 'Actions of a services plan', actions),
};

function codeSystem(url: string, title: string, concepts: readonly Concept[]): object {
  const id = url.split(':').at(-1) ?? '';
  return {
    resourceType: 'CodeSystem',
    id,
    url,
    name: `IspPanel${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    title,
    status: 'active',
    experimental: false,
    publisher: 'isp-panel',
    description: `${title}: what no code in use says. No text of any questionnaire is held here.`,
    caseSensitive: true,
    content: 'complete',
    count: concepts.length,
    concept: concepts.map(({code, en: display, fr: value}) => ({
      code,
      display,
      designation: [{language: 'fr-CA', value}],
    })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../docs/terminology/', import.meta.url);
  mkdirSync(folder, {recursive: true});
  for (const [name, system] of Object.entries(codeSystems)) {
    writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(system, null, 2)}\n`);
  }
}
