// What the chart shows, and its form as an address that can be kept or sent to somebody.

const LANGUAGES = ['en-CA', 'fr-CA'];
const THEMES = ['light', 'dark', 'auto'];
export const WIDTHS = [320, 360, 420, 600];
export const NARROWEST = 210;
export const WIDEST = 1400;

/** Reads the address; what is absent or unknown takes its default. */
export function readState(search, browserLanguage) {
  const query = new URLSearchParams(search);
  const oneOf = (name, allowed, otherwise) =>
    allowed.includes(query.get(name)) ? query.get(name) : otherwise;
  return {
    patient: query.get('patient'),
    other: query.get('with'),
    lang: oneOf('lang', LANGUAGES, browserLanguage.startsWith('fr') ? 'fr-CA' : 'en-CA'),
    theme: oneOf('theme', THEMES, 'auto'),
    width: readWidth(query.get('width')),
    personality: query.get('personality'),
    tab: query.get('tab') ?? 'summary',
    open: ['1', 'true'].includes(query.get('autolaunch')),
  };
}

function readWidth(text) {
  if (text === 'full') return 'full';
  const width = Number(text);
  return text !== null && Number.isFinite(width) ? clampWidth(width) : 420;
}

/** A width that the side panel can have. */
export function clampWidth(width) {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

/** The address of a state. */
export function writeState({patient, other, lang, theme, width, personality, tab, open}) {
  const query = new URLSearchParams({patient, lang, theme, width: String(width)});
  if (other !== null) query.set('with', other);
  if (personality !== null) query.set('personality', personality);
  if (tab !== 'summary') query.set('tab', tab);
  if (open) query.set('autolaunch', '1');
  return `/?${query}`;
}
