import type {Personality} from './personality.ts';
import {athena} from './personalities/athena.ts';
import {epic} from './personalities/epic.ts';
import {hapi} from './personalities/hapi.ts';
import {launcher} from './personalities/launcher.ts';
import {meditech} from './personalities/meditech.ts';
import {medplum} from './personalities/medplum.ts';
import {open} from './personalities/open.ts';
import {openemr} from './personalities/openemr.ts';
import {oracle} from './personalities/oracle.ts';
import {readonly} from './personalities/readonly.ts';

export type {Personality} from './personality.ts';

/** Every record system that the sandbox can play; the first is the usual one. */
export const PERSONALITIES: readonly Personality[] = [
  open,
  readonly,
  epic,
  oracle,
  athena,
  meditech,
  openemr,
  hapi,
  medplum,
  launcher,
];

export function personality(name: string): Personality | undefined {
  return PERSONALITIES.find((one) => one.name === name);
}
