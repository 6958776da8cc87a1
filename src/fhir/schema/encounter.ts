import {z} from './zod.ts';

/*
 * The one schema that does not keep what it does not know: of an Encounter only the fields that the counting rules and
 * the visit list read are copied, because copying the rest is what costs time in a long history (Encounters are never
 * written).
 */

const text = z.optional(z.string());
const coding = z.object({system: text, code: text, display: text, userSelected: z.optional(z.boolean())});
const concept = z.object({coding: z.optional(z.array(coding)), text});
const pointer = z.object({reference: text, display: text});
const period = z.object({start: text, end: text});
const identifier = z.object({system: text, value: text});

export const encounter = z.object({
  resourceType: z.literal('Encounter'),
  id: z.string().check(z.minLength(1)),
  meta: z.optional(z.object({versionId: text, lastUpdated: text, source: text})),
  identifier: z.optional(z.array(identifier)),
  status: text,
  class: z.optional(coding),
  classHistory: z.optional(z.array(z.object({class: z.optional(coding), period: z.optional(period)}))),
  type: z.optional(z.array(concept)),
  subject: z.optional(pointer),
  partOf: z.optional(pointer),
  period: z.optional(period),
  serviceProvider: z.optional(pointer),
  location: z.optional(z.array(z.object({location: z.optional(pointer)}))),
  appointment: z.optional(z.array(z.unknown())),
  priority: z.optional(concept),
  hospitalization: z.optional(
    z.object({admitSource: z.optional(concept), dischargeDisposition: z.optional(concept)}),
  ),
  reasonCode: z.optional(z.array(concept)),
  reasonReference: z.optional(z.array(pointer)),
});

export type EncounterWire = z.infer<typeof encounter>;
