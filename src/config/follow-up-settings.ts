import {defaultFollowUpWindows as usual, type FollowUpWindows} from '../domain/follow-up/windows.ts';
import {z} from '../fhir/schema/zod.ts';
import type {Reader} from './reader.ts';

const days = z.int().check(z.gte(1), z.lte(1000));

/**
 * Reads the windows of follow-up of the site file, all in days: only those that are not the usual ones, so that the pages
 * carry no more than the site decides.
 */
export function parseFollowUp(reader: Reader): Partial<FollowUpWindows> {
  const names = Object.keys(usual) as (keyof FollowUpWindows)[];
  const chosen = names.map((name) => [name, reader.value(name, days, usual[name])] as const);
  reader.finish();
  return Object.fromEntries(chosen.filter(([name, value]) => value !== usual[name]));
}
