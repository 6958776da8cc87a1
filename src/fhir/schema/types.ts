import {z} from './zod.ts';

/*
 * Elements that are shared, kept loose: members that are not named here stay (extensions, `_siblings`, vendor fields).
 * Every element is optional; codes are strings and are narrowed where they are mapped. What does not fit is taken out
 * by `lenient.ts` and noted, so a wrong field never costs the resource.
 */

const text = z.optional(z.string());

export const coding = z.looseObject({
  system: text,
  code: text,
  display: text,
  userSelected: z.optional(z.boolean()),
});

export const concept = z.looseObject({coding: z.optional(z.array(coding)), text});

export const reference = z.looseObject({reference: text, type: text, display: text});

export const period = z.looseObject({start: text, end: text});

export const annotation = z.looseObject({text, time: text});

export const contactPoint = z.looseObject({
  system: text,
  value: text,
  use: text,
  rank: z.optional(z.number()),
  period: z.optional(period),
});

/** What every resource may carry; `id` is what it cannot be read without. */
export const resource = {
  id: z.string().check(z.minLength(1)),
  meta: z.optional(z.looseObject({versionId: text, lastUpdated: text, tag: z.optional(z.array(coding))})),
  implicitRules: text,
  modifierExtension: z.optional(z.array(z.unknown())),
  contained: z.optional(z.array(z.unknown())),
};

export type ContactPointWire = z.infer<typeof contactPoint>;
