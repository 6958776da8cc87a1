import type {ReadOnlyReason} from '../domain/goal.ts';
import {isObject, items, type JsonObject} from './json.ts';

/**
 * Why a resource may be shown and not edited: something in it may turn its meaning around (modifier extensions, implicit
 * rules), it is shortened, so that writing it back would erase the rest, or the record keeps it to itself while the plan
 * of the panel stands in a note (the mark is the panel's own). The same rule as before a write.
 */
export function readOnlyReason(resource: JsonObject): ReadOnlyReason | null {
  if ('modifierExtension' in resource) return 'modifier-extension';
  if ('implicitRules' in resource) return 'implicit-rules';
  const meta = resource['meta'];
  const tags = isObject(meta) ? items(meta['tag']) : [];
  const marked = (code: string): boolean => tags.some((tag) => isObject(tag) && tag['code'] === code);
  if (marked('SUBSETTED')) return 'subsetted';
  return marked('kept-by-record') ? 'no-ability' : null;
}
