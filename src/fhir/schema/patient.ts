import {concept, humanName, identifier, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const patient = z.looseObject({
  resourceType: z.literal('Patient'),
  ...resource,
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.array(humanName)),
  birthDate: text,
  deceasedBoolean: z.optional(z.boolean()),
  deceasedDateTime: text,
  communication: z.optional(
    z.array(z.looseObject({language: z.optional(concept), preferred: z.optional(z.boolean())})),
  ),
});

export type PatientWire = z.infer<typeof patient>;
