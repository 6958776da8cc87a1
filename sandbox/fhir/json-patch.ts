import {FhirError} from './outcome.ts';
import {copy, isObject, sameJson} from '../json.ts';

/** Applies a JSON Patch (RFC 6902: test, add, replace, remove) to a copy. A failed test is a FhirError 409. */
export function applyPatch(document: unknown, operations: unknown): unknown {
  if (!Array.isArray(operations) || operations.length === 0)
    throw invalid('A JSON Patch is a list of operations.');
  let result = copy(document);
  for (const operation of operations as unknown[]) {
    if (!isObject(operation) || typeof operation.path !== 'string')
      throw invalid('A patch operation has no path.');
    const steps = operation.path.split('/').slice(1).map(unescape);
    if (steps.length === 0 || !operation.path.startsWith('/')) {
      throw invalid(`"${operation.path}" is not a path that can be patched.`);
    }
    result = applyOne(result, String(operation.op), steps, operation);
  }
  return result;
}

function applyOne(
  root: unknown,
  op: string,
  steps: readonly string[],
  operation: Record<string, unknown>,
): unknown {
  const last = steps.at(-1) as string;
  let parent: unknown = root;
  for (const step of steps.slice(0, -1)) parent = child(parent, step);
  if (!isObject(parent) && !Array.isArray(parent)) throw missing(operation);
  if (op !== 'remove' && !('value' in operation)) throw invalid(`The operation "${op}" has no value.`);
  const value = copy(operation.value ?? null);
  switch (op) {
    case 'test':
      if (!sameJson(child(parent, last) ?? null, value)) {
        throw new FhirError(
          409,
          'conflict',
          `The test of "${operation.path as string}" failed: the record has changed.`,
        );
      }
      break;
    case 'add':
      if (Array.isArray(parent))
        parent.splice(last === '-' ? parent.length : index(parent, last, 1), 0, value);
      else parent[last] = value;
      break;
    case 'replace':
      if (child(parent, last) === undefined) throw missing(operation);
      if (Array.isArray(parent)) parent[index(parent, last, 0)] = value;
      else parent[last] = value;
      break;
    case 'remove':
      if (child(parent, last) === undefined) throw missing(operation);
      if (Array.isArray(parent)) parent.splice(index(parent, last, 0), 1);
      else delete parent[last];
      break;
    default:
      throw invalid(`The patch operation "${op}" is not supported.`);
  }
  return root;
}

function child(value: unknown, step: string): unknown {
  if (Array.isArray(value))
    return /^(0|[1-9]\d*)$/.test(step) ? (value as unknown[])[Number(step)] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function index(list: readonly unknown[], step: string, beyond: number): number {
  const at = Number(step);
  if (!/^(0|[1-9]\d*)$/.test(step) || at > list.length - 1 + beyond)
    throw invalid(`There is no place ${step}.`);
  return at;
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function invalid(text: string): FhirError {
  return new FhirError(400, 'invalid', text);
}

function missing(operation: Record<string, unknown>): FhirError {
  return new FhirError(422, 'processing', `"${String(operation.path)}" does not exist.`);
}
