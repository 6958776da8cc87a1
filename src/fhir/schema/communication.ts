import {annotation, concept, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const communication = z.looseObject({
  resourceType: z.literal('Communication'),
  ...resource,
  basedOn: z.optional(z.array(reference)),
  status: text,
  category: z.optional(z.array(concept)),
  medium: z.optional(z.array(concept)),
  subject: z.optional(reference),
  about: z.optional(z.array(reference)),
  sent: text,
  received: text,
  recipient: z.optional(z.array(reference)),
  sender: z.optional(reference),
  reasonReference: z.optional(z.array(reference)),
  payload: z.optional(z.array(z.looseObject({contentString: text}))),
  note: z.optional(z.array(annotation)),
});

export type CommunicationWire = z.infer<typeof communication>;
