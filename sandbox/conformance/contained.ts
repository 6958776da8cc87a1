import type {Issue} from '../fhir/outcome.ts';
import {isObject, type Resource} from '../json.ts';

/** FHIR R4 dom-2 to dom-5: contained resources have an id, are referenced, and hold no resources or versions. */
export function checkContained(resource: Resource): Issue[] {
  const list: unknown[] = Array.isArray(resource.contained) ? resource.contained : [];
  const issues: Issue[] = [];
  const references = new Set<string>();
  collect(resource, references);
  for (const [index, item] of list.entries()) {
    if (!isObject(item)) continue;
    const expression = `${resource.resourceType}.contained[${index}]`;
    const wrong = (rule: string, text: string) =>
      issues.push({severity: 'error', code: 'invariant', text: `${rule}: ${text}`, expression});
    const meta = isObject(item.meta) ? item.meta : {};
    if (typeof item.id !== 'string') wrong('dom-3', 'A contained resource needs an id.');
    else if (!references.has(`#${item.id}`) && !pointsToContainer(item)) {
      wrong('dom-3', 'A contained resource must be referenced from the resource that holds it.');
    }
    if (item.contained !== undefined) wrong('dom-2', 'A contained resource cannot contain resources.');
    if ('versionId' in meta || 'lastUpdated' in meta) wrong('dom-4', 'A contained resource has no version.');
    if (meta.security !== undefined) wrong('dom-5', 'A contained resource has no security label.');
  }
  for (const reference of references) {
    const there =
      reference === '#' || list.some((item) => isObject(item) && `#${String(item.id)}` === reference);
    if (!there) {
      const text = `${reference} is not contained in this resource.`;
      issues.push({severity: 'error', code: 'invalid', text, expression: resource.resourceType});
    }
  }
  return issues;
}

function collect(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  if (!isObject(value)) return;
  if (typeof value.reference === 'string' && value.reference.startsWith('#')) into.add(value.reference);
  for (const item of Object.values(value)) collect(item, into);
}

function pointsToContainer(value: unknown): boolean {
  const found = new Set<string>();
  collect(value, found);
  return found.has('#');
}
