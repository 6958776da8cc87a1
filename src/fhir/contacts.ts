import type {ContactPoint} from '../domain/care-team.ts';
import {isOver} from './fhir-date.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {readLenient} from './schema/lenient.ts';
import {contactPoint, type ContactPointWire} from './schema/types.ts';

/** The ways to reach somebody that can be used now, in the order that the record prefers; each once. */
export function contactsOf(resource: JsonObject, today: string, zone: string): readonly ContactPoint[] {
  const points = items(resource['telecom'])
    .filter(isObject)
    .flatMap((point): readonly ContactPointWire[] => {
      const read = readLenient(contactPoint, point);
      return read ? [read.value] : [];
    })
    .filter((point) => point.use !== 'old' && !isOver(textOf(point.period?.end), today, zone))
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
    .flatMap((point) => usable(point) ?? []);
  const seen = new Set<string>();
  return points.filter(({kind, value}) => {
    const key = `${kind} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Null for what nobody can call or write to, and for a fax, which nobody at this screen can use. */
function usable(point: ContactPointWire): ContactPoint | null {
  const value = textOf(point.value)?.trim() ?? '';
  const kind = kindOf(point.system, value);
  if (kind === null || value === '' || value.length > 200) return null;
  if ((kind === 'phone' || kind === 'sms') && !isNumber(value)) return null;
  if (kind === 'email' && !/^[^\s@<>]+@[^\s@<>]+$/.test(value)) return null;
  return {kind, value, use: uses.find((use) => use === point.use) ?? null};
}

const uses = ['work', 'home', 'mobile', 'temp'] as const;

function kindOf(system: string | undefined, value: string): ContactPoint['kind'] | null {
  switch (system) {
    case 'phone':
    case 'email':
    case 'sms':
      return system;
    case 'fax':
      return null;
    case undefined:
      return value.includes('@') ? 'email' : isNumber(value) ? 'phone' : null;
    default:
      return 'other';
  }
}

/** Digits enough to dial; an extension or a word beside them is shown, an address of another kind is not. */
function isNumber(value: string): boolean {
  return value.replace(/\D/g, '').length >= 3 && !/^(?!tel:|sms:)[a-z][a-z0-9+.-]*:/i.test(value);
}
