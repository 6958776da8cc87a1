import type {Words} from '../domain/text.ts';
import {isObject, items, textOf, type Json} from './json.ts';

const language = 'http://hl7.org/fhir/StructureDefinition/language';

/** A text element with the language that its extension says (BCP 47); null when it says nothing. */
export function wordsAt(parent: {readonly [name: string]: unknown} | undefined, name: string): Words | null {
  const text = textOf(parent?.[name]);
  return text === null ? null : {text, lang: languageOf(parent?.[`_${name}`])};
}

function languageOf(sibling: unknown): string | null {
  if (!isObject(sibling)) return null;
  const said = items(sibling['extension']).find((one: Json) => isObject(one) && one['url'] === language);
  return isObject(said) ? (textOf(said['valueCode']) ?? textOf(said['valueString'])) : null;
}
