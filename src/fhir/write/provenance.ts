import type {ResourceName} from '../../domain/problem.ts';
import {provenancesOf, versionAddress} from '../version-authors.ts';
import type {Authorship} from './annotation.ts';
import {printRaw, toRaw, type RawObject} from './raw-json.ts';
import type {WritePort} from './write-port.ts';

/** Types that may stand for who wrote (FHIR R4 Provenance.agent.who), as far as they sign in. */
const WRITERS = /^(Practitioner|PractitionerRole|RelatedPerson|Patient|Organization|Device)\/[^/]+$/u;
const PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
const OPERATION = 'http://terminology.hl7.org/CodeSystem/v3-DataOperation';

/** One version that was written, and by which kind of act. */
export interface WrittenVersion {
  readonly what: ResourceName;
  readonly id: string;
  readonly version: string | null;
  readonly act: 'CREATE' | 'UPDATE';
  /** True when the same may have been signed before. */
  readonly repeated: boolean;
}

/**
 * Says in the record who wrote a version (Provenance): the signed-in user as author, the panel as assembler. R4 gives it
 * no identifier, so that it is searched by its target before it is sent a second time. It comes after the write and never
 * decides about it: where it cannot be made, the version stands without it.
 */
export async function signVersion(port: WritePort, by: Authorship, written: WrittenVersion): Promise<void> {
  const {what, id, version, act, repeated} = written;
  if (version === null || by.user === null || !WRITERS.test(by.user)) return;
  const target = versionAddress(what, id, version);
  const body = printRaw(provenance(target, by.user, by.now, act));
  for (const again of [repeated, true]) {
    // Where nobody can tell whether it stands, one too few is better than two.
    if (again && (await provenancesOf(port, target))?.length !== 0) return;
    const answer = await port.send({
      method: 'POST',
      path: 'Provenance',
      headers: {},
      body,
      what: 'Provenance',
    });
    if (answer.ok || answer.error.applied === 'no') return;
  }
}

function provenance(target: string, user: string, now: string, act: string): RawObject {
  const agent = (code: string, who: {readonly [name: string]: string}) => ({
    type: {coding: [{system: PARTICIPANT, code}]},
    who,
  });
  return toRaw({
    resourceType: 'Provenance',
    target: [{reference: target}],
    recorded: now,
    activity: {coding: [{system: OPERATION, code: act}]},
    agent: [agent('author', {reference: user}), agent('assembler', {display: 'isp-panel'})],
  }) as RawObject;
}
