import {concept, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const appointment = z.looseObject({
  resourceType: z.literal('Appointment'),
  ...resource,
  status: text,
  serviceType: z.optional(z.array(concept)),
  appointmentType: z.optional(concept),
  reasonCode: z.optional(z.array(concept)),
  description: text,
  start: text,
  participant: z.optional(z.array(z.looseObject({actor: z.optional(reference), status: text}))),
});
