import {parseReference} from './compartment.ts';
import {dateRange, elementRange, matchesDate, type DatePrefix} from './date-range.ts';
import {FhirError} from './outcome.ts';
import {searchParameters, type SearchParameter} from './search-parameters.ts';
import {isObject, valuesAt, type Resource} from '../json.ts';

/** True for resources that one search parameter lets through. */
export type Filter = (resource: Resource) => boolean;

/**
 * The filter of one `name[:modifier]=value` pair. Comma means or. An unknown parameter, modifier or malformed value is a
 * FhirError 400.
 */
export function makeFilter(type: string, key: string, value: string): Filter {
  const [name, modifier] = splitOnce(key, ':');
  const parameter = searchParameters(type)[name];
  if (parameter === undefined) {
    throw new FhirError(400, 'not-supported', `Unknown search parameter "${name}" for ${type}.`);
  }
  if (modifier === 'missing') {
    const missing = value === 'true';
    return (resource) => (values(resource, parameter).length === 0) === missing;
  }
  const alternatives = value.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ','));
  const tests = alternatives.map((part) => makeTest(parameter, modifier, part, name));
  const found: Filter = (resource) => values(resource, parameter).some((v) => tests.some((test) => test(v)));
  return modifier === 'not' ? (resource) => !found(resource) : found;
}

function values(resource: Resource, parameter: SearchParameter): unknown[] {
  return parameter.paths.flatMap((path) => valuesAt(resource, path));
}

function makeTest(
  parameter: SearchParameter,
  modifier: string | undefined,
  text: string,
  name: string,
): (value: unknown) => boolean {
  switch (parameter.kind) {
    case 'token':
      refuse(modifier, ['not', 'text'], name);
      return modifier === 'text' ? (value) => textOf(value).startsWith(text.toLowerCase()) : tokenTest(text);
    case 'date':
      refuse(modifier, [], name);
      return dateTest(text, name);
    case 'reference':
      return referenceTest(text, modifier, name);
    case 'string':
      refuse(modifier, ['exact', 'contains'], name);
      return stringTest(text, modifier);
    case 'uri':
      refuse(modifier, [], name);
      return (value) => value === text || (typeof value === 'string' && value.split('|')[0] === text);
  }
}

function refuse(modifier: string | undefined, known: readonly string[], name: string): void {
  if (modifier === undefined || known.includes(modifier)) return;
  throw new FhirError(400, 'not-supported', `The modifier ":${modifier}" is not supported on "${name}".`);
}

/** code, `system|code`, `|code` (no system) and `system|` (any code of it). */
function tokenTest(text: string): (value: unknown) => boolean {
  const [first, second] = splitOnce(text, '|');
  const matches = (system: unknown, code: unknown, implicitSystem: boolean) => {
    if (second === undefined) return code === first;
    if (second !== '' && code !== second) return false;
    return implicitSystem || (first === '' ? system === undefined : system === first);
  };
  return (value) => {
    if (!isObject(value)) return matches(undefined, String(value), true);
    if (Array.isArray(value.coding)) {
      return value.coding.some((c) => isObject(c) && matches(c.system, c.code, false));
    }
    return matches(value.system, value.code ?? value.value, false);
  };
}

function dateTest(text: string, name: string): (value: unknown) => boolean {
  const match = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.+)$/.exec(text);
  const asked = dateRange(match?.[2]?.replace(' ', '+') ?? '');
  if (asked === null)
    throw new FhirError(400, 'invalid', `"${text}" is not a date that "${name}" can search for.`);
  const prefix = (match?.[1] ?? 'eq') as DatePrefix;
  return (value) => {
    const range = elementRange(value);
    return range !== null && matchesDate(prefix, range, asked);
  };
}

function referenceTest(
  text: string,
  modifier: string | undefined,
  name: string,
): (value: unknown) => boolean {
  const typed = parseReference(text);
  const byPatient = name === 'patient' ? 'Patient' : undefined;
  const type = typed?.type ?? (modifier !== undefined && /^[A-Z]/.test(modifier) ? modifier : byPatient);
  if (modifier !== undefined && !/^[A-Z]/.test(modifier)) refuse(modifier, [], name);
  const id = typed?.id ?? text;
  return (value) => {
    const target = isObject(value) ? parseReference(value.reference) : null;
    return target !== null && target.id === id && (type === undefined || target.type === type);
  };
}

function stringTest(text: string, modifier: string | undefined): (value: unknown) => boolean {
  if (modifier === 'exact') return (value) => value === text;
  const wanted = fold(text);
  if (modifier === 'contains') return (value) => fold(String(value)).includes(wanted);
  return (value) =>
    fold(String(value))
      .split(/[\s,'’-]+/)
      .some((word) => word.startsWith(wanted)) || fold(String(value)).startsWith(wanted);
}

/** Lower case without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function textOf(value: unknown): string {
  if (!isObject(value)) return '';
  const coding: unknown[] = Array.isArray(value.coding) ? value.coding : [];
  const display = coding.map((c) => (isObject(c) ? c.display : undefined)).find((d) => typeof d === 'string');
  return String(value.text ?? value.display ?? display ?? '').toLowerCase();
}

export function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}
