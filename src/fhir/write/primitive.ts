import {dropIfEmpty, listAt, objectAt, stringAt, toRaw, type RawObject} from './raw-json.ts';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const LANGUAGE = 'http://hl7.org/fhir/StructureDefinition/language';

/**
 * Sets a primitive element; null takes it out with its `_` sibling. Extensions of the sibling are kept, but for one: a
 * value that is there cannot be "absent" (FHIR R4 json.html#primitive, data-absent-reason).
 */
export function setPrimitive(object: RawObject, name: string, value: string | null): void {
  if (value === null) {
    object.delete(name);
    object.delete(`_${name}`);
    return;
  }
  object.set(name, toRaw(value));
  dropExtension(object, name, ABSENT);
}

/** Says in which language a string element is written (BCP 47); null takes the statement out. */
export function setLanguage(object: RawObject, name: string, lang: string | null): void {
  if (lang === null) {
    dropExtension(object, name, LANGUAGE);
    return;
  }
  const sibling = objectAt(object, `_${name}`) ?? (new Map() as RawObject);
  object.set(`_${name}`, sibling);
  const extensions = listAt(sibling, 'extension') ?? [];
  sibling.set('extension', extensions);
  const at = extensions.findIndex((item) => item instanceof Map && stringAt(item, 'url') === LANGUAGE);
  const statement = toRaw({url: LANGUAGE, valueCode: lang});
  if (at < 0) extensions.push(statement);
  else extensions[at] = statement;
}

function dropExtension(object: RawObject, name: string, url: string): void {
  const sibling = objectAt(object, `_${name}`);
  const extensions = sibling && listAt(sibling, 'extension');
  if (!sibling || !extensions) return;
  sibling.set(
    'extension',
    extensions.filter((item) => !(item instanceof Map && stringAt(item, 'url') === url)),
  );
  dropIfEmpty(sibling, 'extension');
  dropIfEmpty(object, `_${name}`);
}
