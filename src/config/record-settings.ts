import {defaultFollowUpWindows} from '../domain/follow-up/windows.ts';
import {isPlainObject, type SiteNotice} from './reader.ts';
import {parseSite, type ParsedSite, type Site} from './site.ts';

type Settings = Readonly<Record<string, unknown>>;

/** What a record system may decide. Who may launch, frame, sign in and keep what is the file's alone. */
const single = ['zone', 'language'] as const;
const groups = ['counting', 'recognition', 'followUp', 'features'] as const;

/** How settings of a record system are named in a notice. */
const appStateName = 'smart-app-state';

/**
 * A site with what its record system has decided (`raw`: the content as it keeps it), for the keys that stand not in the
 * site file; inside `counting`, `recognition`, `followUp` and `features` key by key, a list or map as a whole. Both are
 * checked in the same way: what cannot be used leaves the default, and a notice.
 */
export function withRecordSettings(file: ParsedSite, raw: unknown): ParsedSite {
  if (!isPlainObject(raw)) return unreadableRecord(file);
  const allowed: readonly string[] = [...single, ...groups];
  const {site, notices} = parseSite(together(file, raw));
  const refused = Object.entries(raw).flatMap(([path, value]): readonly SiteNotice[] => {
    if (!allowed.includes(path)) return [{path, kind: 'unknown-key'}];
    return isGroup(path) && !isPlainObject(value) ? [{path, kind: 'wrong-value'}] : [];
  });
  const told = [...notices, ...refused].map(({path, kind}) => ({path: `${appStateName}: ${path}`, kind}));
  const {zone, language, counting, recognition, followUp, features} = site;
  return {
    site: {...file.site, zone, language, counting, recognition, followUp, features},
    notices: [...file.notices, ...told],
    given: file.given,
  };
}

/** A site whose record system keeps settings that could not be read: those of the file and the defaults hold. */
export function unreadableRecord(file: ParsedSite): ParsedSite {
  return {...file, notices: [...file.notices, {path: appStateName, kind: 'unreadable'}]};
}

/** What is to be read of both: of the file only what it gave, and that already checked. */
function together({site, given}: ParsedSite, raw: Settings): Settings {
  const settings = new Map<string, unknown>();
  const theirsOf = (key: string): unknown => (Object.hasOwn(raw, key) ? raw[key] : undefined);
  for (const key of single) {
    const value = given.includes(key) ? site[key] : theirsOf(key);
    if (value !== undefined) settings.set(key, value);
  }
  for (const key of groups) {
    const own = Object.entries(valuesOf(site, key)).filter(([inner]) => given.includes(`${key}.${inner}`));
    const theirs = theirsOf(key);
    settings.set(key, {...(isPlainObject(theirs) && theirs), ...Object.fromEntries(own)});
  }
  return Object.fromEntries(settings);
}

function isGroup(key: string): key is (typeof groups)[number] {
  return (groups as readonly string[]).includes(key);
}

/** The values of a group, those that a site leaves as usual too. */
function valuesOf(site: Site, key: (typeof groups)[number]): Settings {
  return key === 'followUp' ? {...defaultFollowUpWindows, ...site.followUp} : {...site[key]};
}
