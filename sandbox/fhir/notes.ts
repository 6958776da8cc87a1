import {parseReference} from './compartment.ts';
import {FhirError} from './outcome.ts';
import type {NoteRules} from './personality.ts';
import type {Store} from './store.ts';
import {isObject, valuesAt, type Resource} from '../json.ts';

/** Refuses a clinical note that is not as the record system wants it (422, as the vendors answer). */
export function refuseNote(rules: NoteRules | null, resource: Resource): void {
  if (rules === null || resource.resourceType !== 'DocumentReference') return;
  const refuse = (text: string, expression: string): never => {
    const issues = [{severity: 'error', code: 'business-rule', text, expression} as const];
    throw new FhirError(422, 'business-rule', text, {issues});
  };
  for (const path of rules.needs) {
    if (valuesAt(resource, path).length === 0) refuse(`"${path}" is needed.`, `DocumentReference.${path}`);
  }
  if (!valuesAt(resource, 'type.coding.system').some((one) => rules.typeSystems.includes(String(one)))) {
    refuse('The type is of no known code system.', 'DocumentReference.type');
  }
  if (valuesAt(resource, 'docStatus').some((one) => one !== 'final' && one !== 'amended')) {
    refuse('Only final notes are taken.', 'DocumentReference.docStatus');
  }
  if (valuesAt(resource, 'content').length > rules.mostContents) {
    refuse('There are too many contents.', 'DocumentReference.content');
  }
  for (const type of valuesAt(resource, 'content.attachment.contentType')) {
    if (!rules.formats.includes(String(type).split(';')[0] ?? '')) {
      refuse(
        `Notes of type "${String(type)}" are not taken.`,
        'DocumentReference.content.attachment.contentType',
      );
    }
  }
  const end = valuesAt(resource, 'context.period.end')[0];
  if (rules.needs.includes('context.period.end') && !/T/.test(String(end))) {
    refuse('The end of the period needs a time.', 'DocumentReference.context.period.end');
  }
}

/** A note that replaces others makes them superseded. */
export function supersede(store: Store, resource: Resource): void {
  if (resource.resourceType !== 'DocumentReference') return;
  for (const relation of valuesAt(resource, 'relatesTo').filter(isObject)) {
    const target =
      relation.code === 'replaces' && isObject(relation.target) ? relation.target.reference : null;
    const old = parseReference(target);
    const before = old?.type === 'DocumentReference' ? store.get(old.type, old.id) : undefined;
    if (before?.status === 'current') store.write({...before, status: 'superseded'}, before.id ?? '', 'PUT');
  }
}
