import type {Wording} from './personality.ts';
import {isObject, type Resource} from '../json.ts';

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** The JSON text of a resource as a record system words it; `plain` is the text as it is stored. */
export function worded(resource: Resource, plain: string, wording: Wording): string {
  const {classes, systems, leavesOut, utc} = wording;
  const out = leavesOut?.[resource.resourceType];
  const ownClass = classes && resource.resourceType === 'Encounter' ? classOf(resource, classes) : null;
  let text = plain;
  if (out !== undefined || ownClass !== null) {
    const {...copy} = resource;
    for (const name of out ?? []) delete copy[name];
    if (ownClass !== null) copy.class = ownClass;
    text = JSON.stringify(copy);
  }
  for (const [ours, theirs] of Object.entries(systems ?? {}))
    text = text.replaceAll(`"${ours}"`, `"${theirs}"`);
  return utc
    ? text.replace(/"(\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d)"/g, (_all, time: string) => `"${inUtc(time)}"`)
    : text;
}

/** The system's own class; codes that it has no name for go without one. */
function classOf(resource: Resource, {system, codes}: NonNullable<Wording['classes']>) {
  const given = isObject(resource.class) && resource.class.system === V3 ? resource.class.code : undefined;
  const [code, display] = codes[String(given)] ?? ['5', 'Appointment'];
  return given === undefined ? null : {system, code, display};
}

function inUtc(time: string): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
