import {concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());
const quantity = z.optional(z.looseObject({value: z.optional(z.number())}));

/** The value of an Observation or of one of its components, in the types that scores come in. */
const value = {
  valueQuantity: quantity,
  valueInteger: z.optional(z.number()),
  valueBoolean: z.optional(z.boolean()),
  valueString: text,
};

export const observation = z.looseObject({
  resourceType: z.literal('Observation'),
  ...resource,
  status: text,
  category: z.optional(z.array(concept)),
  code: z.optional(concept),
  subject: z.optional(reference),
  effectiveDateTime: text,
  effectivePeriod: z.optional(period),
  effectiveInstant: text,
  issued: text,
  performer: z.optional(z.array(reference)),
  ...value,
  component: z.optional(z.array(z.looseObject({code: z.optional(concept), ...value}))),
});

export type ObservationWire = z.infer<typeof observation>;
