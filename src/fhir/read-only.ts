import type {ReadOnlyReason} from '../domain/goal.ts';
import {isObject, items, type JsonObject} from './json.ts';

/**
 * Why a resource may be shown and not edited: something in it may turn its meaning around (modifier extensions, implicit
 * rules), or it is shortened, so that writing it back would erase the rest. The same rule as before a write.
 */
export function readOnlyReason(resource: JsonObject): ReadOnlyReason | null {
  if ('modifierExtension' in resource) return 'modifier-extension';
  if ('implicitRules' in resource) return 'implicit-rules';
  const meta = resource['meta'];
  const tags = isObject(meta) ? items(meta['tag']) : [];
  return tags.some((tag) => isObject(tag) && tag['code'] === 'SUBSETTED') ? 'subsetted' : null;
}
