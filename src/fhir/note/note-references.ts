import {parseRaw, printRaw, objectAt, stringAt, toRaw, type Raw, type RawObject} from '../write/raw-json.ts';

/** System of the identifiers by which resources of the record point at what stands in the note. */
const NOTE = 'urn:isp-panel:note';
const inNote = /^(Goal|CarePlan|CareTeam)\/note-[a-z0-9]+$/u;

/**
 * A resource for the record: what it says of a goal, plan or team in the note becomes a logical reference (FHIR R4
 * references.html#logical), for the record has no such resource. Text that is no JSON object stays as it is.
 */
export function outward(text: string): string {
  if (!text.includes('/note-')) return text;
  return changed(text, (one) => {
    const reference = stringAt(one, 'reference');
    const type = inNote.exec(reference ?? '')?.[1];
    if (reference === null || type === undefined) return;
    one.delete('reference');
    one.set('type', toRaw(type));
    one.set('identifier', toRaw({system: NOTE, value: reference}));
  });
}

/** What the record gave back, with those references as the rest of the panel knows them. */
export function inward(text: string): string {
  if (!text.includes(NOTE)) return text;
  return changed(text, (one) => {
    const identifier = objectAt(one, 'identifier');
    const value =
      identifier && stringAt(identifier, 'system') === NOTE ? stringAt(identifier, 'value') : null;
    if (value === null || !inNote.test(value)) return;
    one.delete('identifier');
    one.delete('type');
    one.set('reference', toRaw(value));
  });
}

function changed(text: string, change: (object: RawObject) => void): string {
  const raw = parseRaw(text);
  if (!raw) return text;
  const visit = (node: Raw): void => {
    if (node instanceof Map) {
      change(node);
      for (const member of node.values()) visit(member);
    } else if (Array.isArray(node)) for (const item of node) visit(item);
  };
  visit(raw);
  return printRaw(raw);
}
