import {
  getDataType,
  isResourceType,
  type InternalSchemaElement,
  type InternalTypeSchema,
} from '@medplum/core';
import {codesOf} from './value-sets.ts';
import {dateRange} from '../fhir/date-range.ts';
import type {Issue} from '../fhir/outcome.ts';
import {isObject, isResource, type JsonObject, type Resource} from '../json.ts';

type Report = (code: string, text: string, expression: string) => void;

const ZONED = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Forms of the FHIR R4 primitive types, as its datatypes page gives them. */
const FORMS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => DAY.test(text) && dateRange(text) !== null,
  dateTime: (text) => (DAY.test(text) || ZONED.test(text)) && dateRange(text) !== null,
  instant: (text) => ZONED.test(text) && dateRange(text) !== null,
  time: (text) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/.test(text),
  code: (text) => /^[^\s]+(\s[^\s]+)*$/.test(text),
  id: (text) => /^[A-Za-z0-9\-.]{1,64}$/.test(text),
  oid: (text) => /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/.test(text),
  uuid: (text) => /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  uri: (text) => /^\S+$/.test(text),
  url: (text) => /^\S+$/.test(text),
  canonical: (text) => /^\S+$/.test(text),
  base64Binary: (text) => /^(\s*[0-9A-Za-z+/=]{4}\s*)+$/.test(text),
};

/** Checks every element of a resource for what Medplum's validator does not look at. */
export function checkDatatypes(resource: Resource): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, text, expression) => issues.push({severity: 'error', code, text, expression});
  checkResource(resource, resource.resourceType, report);
  return issues;
}

function checkResource(resource: Resource, path: string, report: Report): void {
  if (!isResourceType(resource.resourceType)) {
    report('structure', `${resource.resourceType} is not a FHIR R4 resource.`, path);
    return;
  }
  checkMembers(resource, getDataType(resource.resourceType), path, report);
}

function checkMembers(
  value: JsonObject,
  schema: InternalTypeSchema | null,
  path: string,
  report: Report,
): void {
  for (const [key, member] of Object.entries(value)) {
    if (key === 'resourceType') continue;
    const here = `${path}.${key}`;
    checkEmpty(member, here, report);
    const primitive = key.startsWith('_');
    const found = schema === null || primitive ? null : elementOf(schema, key);
    if (found === null) continue;
    const items: unknown[] = Array.isArray(member) ? member : [member];
    for (const [index, item] of items.entries()) {
      const place = Array.isArray(member) ? `${here}[${index}]` : here;
      if (item !== null) checkValue(item, found.type, found.element, place, report);
      else if (!Array.isArray(value[`_${key}`])) report('value', 'null stands for nothing here.', place);
    }
  }
}

/** The definition behind a member name; `valueString` leads to `value[x]` and the type string. */
function elementOf(
  schema: InternalTypeSchema,
  key: string,
): {element: InternalSchemaElement; type: string} | null {
  const direct = schema.elements[key];
  if (direct !== undefined) return {element: direct, type: direct.type[0]?.code ?? ''};
  for (const [name, element] of Object.entries(schema.elements)) {
    if (!name.endsWith('[x]') || !key.startsWith(name.slice(0, -3))) continue;
    const suffix = key.slice(name.length - 3);
    const type = element.type.find(({code}) => code.toLowerCase() === suffix.toLowerCase());
    if (type !== undefined) return {element, type: type.code};
  }
  return null;
}

function checkEmpty(value: unknown, path: string, report: Report): void {
  if (Array.isArray(value) && value.length === 0) report('structure', 'An array cannot be empty.', path);
  else if (isObject(value) && Object.keys(value).length === 0)
    report('structure', 'An object cannot be empty.', path);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkEmpty(item, `${path}[${index}]`, report);
  } else if (typeof value === 'string' && value.trim() === '')
    report('value', 'A text cannot be empty.', path);
  else if (value === null && !path.includes('[')) report('value', 'A member cannot be null.', path);
}

function checkValue(
  value: unknown,
  type: string,
  element: InternalSchemaElement,
  path: string,
  report: Report,
): void {
  if (typeof value === 'string') {
    const form = FORMS[type];
    if (form !== undefined && value !== '' && !form(value))
      report('value', `"${value}" is not a valid ${type}.`, path);
  }
  if (element.binding?.strength === 'required')
    checkBinding(value, type, element.binding.valueSet ?? '', path, report);
  if (!isObject(value)) return;
  if (isResource(value)) {
    checkResource(value, path, report);
    return;
  }
  if (type === 'Reference') checkReference(value, element, path, report);
  if (type === 'Narrative') checkNarrative(value, path, report);
  if (type === 'Period') checkPeriod(value, path, report);
  checkMembers(value, dataType(type), path, report);
}

function dataType(name: string): InternalTypeSchema | null {
  try {
    return getDataType(name);
  } catch {
    return null;
  }
}

function checkBinding(value: unknown, type: string, valueSet: string, path: string, report: Report): void {
  const codes = codesOf(valueSet);
  if (codes === null) return;
  const wrong = (code: string) => report('code-invalid', `"${code}" is not a code of ${valueSet}.`, path);
  if (typeof value === 'string') {
    const known = type !== 'code' || [...codes].some((one) => one.endsWith(`|${value}`));
    if (!known) wrong(value);
    return;
  }
  if (!isObject(value)) return;
  const codings: unknown[] = Array.isArray(value.coding) ? value.coding : type === 'Coding' ? [value] : [];
  const inside = codings.some((c) => isObject(c) && codes.has(`${String(c.system)}|${String(c.code)}`));
  if (!inside && (type === 'CodeableConcept' || type === 'Coding')) {
    wrong(
      codings.map((c) => (isObject(c) ? `${String(c.system)}|${String(c.code)}` : '')).join(', ') ||
        'no code',
    );
  }
}

function checkReference(
  value: JsonObject,
  element: InternalSchemaElement,
  path: string,
  report: Report,
): void {
  const profiles = element.type.flatMap(({targetProfile}) => targetProfile ?? []);
  const allowed = profiles.map((profile) => profile.replace(/^.*\//, ''));
  const {reference} = value;
  if (reference === undefined && value.identifier === undefined && value.display === undefined) {
    if (value.extension === undefined) report('structure', 'A reference points to nothing.', path);
    return;
  }
  if (typeof reference !== 'string') return;
  const [, type] =
    /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[^/]+)?$/.exec(reference) ?? [];
  if (type === undefined) {
    if (!/^(#|urn:|https?:)/.test(reference)) report('value', `"${reference}" is not a reference.`, path);
    return;
  }
  const absolute = /^https?:/.test(reference);
  if (!absolute && !isResourceType(type)) report('value', `${type} is not a FHIR R4 resource.`, path);
  if (allowed.length > 0 && !allowed.includes('Resource') && !allowed.includes(type)) {
    report('value', `A ${type} cannot be referenced here, only ${allowed.join(', ')}.`, path);
  }
  if (typeof value.type === 'string' && value.type !== type) {
    report('value', `The reference names a ${type} and says it is a ${value.type}.`, path);
  }
}

function checkNarrative(value: JsonObject, path: string, report: Report): void {
  const div = typeof value.div === 'string' ? value.div : '';
  if (!/^<div\s[^>]*xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"/.test(div)) {
    report('value', 'A narrative is one div in the XHTML namespace.', `${path}.div`);
  }
  if (/<(script|iframe|form|object|embed|link|base)\b|\son\w+=|javascript:/i.test(div)) {
    report('invariant', 'txt-1: a narrative cannot hold active content.', `${path}.div`);
  }
}

/** per-1, with partial dates read as ranges. */
function checkPeriod(value: JsonObject, path: string, report: Report): void {
  const start = typeof value.start === 'string' ? dateRange(value.start) : null;
  const end = typeof value.end === 'string' ? dateRange(value.end) : null;
  if (start !== null && end !== null && end.high <= start.low) {
    report('invariant', 'per-1: a period cannot end before it starts.', path);
  }
}
