import {concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const consent = z.looseObject({
  resourceType: z.literal('Consent'),
  ...resource,
  status: text,
  scope: z.optional(concept),
  patient: z.optional(reference),
  dateTime: text,
  policyRule: z.optional(concept),
  provision: z.optional(
    z.looseObject({
      type: text,
      period: z.optional(period),
      actor: z.optional(z.array(z.looseObject({reference: z.optional(reference)}))),
    }),
  ),
});
