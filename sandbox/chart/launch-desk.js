import {api} from './api.js';
import {byId, h} from './dom.js';
import {check, choices, field, group, press, text} from './fields.js';
import {langTag, w} from './words.js';

const DEFAULTS = {
  needPatientBanner: true,
  ask: false,
  omitScope: false,
  omitExpiresIn: false,
  tokenLife: 0,
  intent: '',
  encounterId: '',
  fhirContext: '',
  denyScopes: '',
};
const SWITCHES = ['needPatientBanner', 'ask', 'omitScope', 'omitExpiresIn'];
const TEXTS = ['intent', 'encounterId', 'fhirContext', 'denyScopes'];

/** The view with everything a launch can be set to, and the ways to launch. */
export class LaunchDesk {
  #personalities;
  #values = {...DEFAULTS};
  #acts;
  #personality;

  /** @param {{inSide: () => void, inTab: () => void, standalone: () => void, personality: (name: string) => void}} acts */
  constructor(personalities, personality, acts) {
    this.#personalities = personalities;
    this.#personality = personality;
    this.#acts = acts;
    byId('view-launch').addEventListener('input', () => this.#read());
  }

  /** The options in the form that the sandbox takes; defaults are left out. */
  options() {
    const {fhirContext, denyScopes, intent, encounterId, tokenLife, ...switches} = this.#values;
    const options = tokenLife > 0 ? {...switches, tokenLife} : switches;
    if (intent !== '') options.intent = intent;
    if (encounterId !== '') options.encounterId = encounterId;
    const references = words(fhirContext);
    if (references.length > 0) options.fhirContext = references.map((reference) => ({reference}));
    const denied = words(denyScopes);
    if (denied.length > 0) options.denyScopes = denied;
    return options;
  }

  draw() {
    const values = this.#values;
    const {inSide, inTab, standalone, personality} = this.#acts;
    const servers = this.#personalities.map(({name, title}) => [name, w().personality[name] ?? title]);
    const input = (name, label, hint = '') => field(label, text(`option-${name}`, values[name]), hint);
    byId('view-launch').replaceChildren(
      group(
        w().ways,
        field(
          w().server,
          choices('personality', servers, this.#personality, (name) => {
            this.#personality = name;
            personality(name);
          }),
        ),
        h(
          'div',
          {class: 'row'},
          press('launch-side', w().inSide, inSide, 'primary'),
          press('launch-tab', w().inTab, inTab),
          press('launch-standalone', w().standalone, standalone),
        ),
        h('p', {class: 'hint'}, w().standaloneHint),
      ),
      group(
        w().options,
        h('p', {class: 'hint'}, w().optionsHint),
        h(
          'div',
          {class: 'checks-column'},
          ...SWITCHES.map((name) => check(`option-${name}`, w()[name], values[name])),
        ),
        h(
          'div',
          {class: 'fields'},
          field(w().tokenLife, choices('option-tokenLife', lives(), String(values.tokenLife))),
          input('intent', w().intent),
          input('encounterId', w().encounter),
          input('fhirContext', w().fhirContext, w().fhirContextHint),
          input('denyScopes', w().denyScopes, w().denyScopesHint),
        ),
      ),
    );
  }

  #read() {
    for (const name of SWITCHES) this.#values[name] = byId(`option-${name}`).checked;
    for (const name of TEXTS) this.#values[name] = byId(`option-${name}`).value.trim();
    this.#values.tokenLife = Number(byId('option-tokenLife').value);
  }
}

/** The system's own first, then the longest: the object's own order of numbers is another one. */
function lives() {
  return Object.entries(w().tokenLives).toSorted(([one], [other]) => rank(other) - rank(one));
}

function words(value) {
  return value.split(/[\s,]+/).filter(Boolean);
}

/** Opens a launch in a browser tab of its own. */
export async function openTab(choice, isStandalone) {
  const {url} = await (isStandalone ? api.standalone : api.launch)({...choice, lang: langTag()});
  window.open(url, '_blank', 'noopener');
}

function rank(life) {
  return Number(life) || Infinity;
}
