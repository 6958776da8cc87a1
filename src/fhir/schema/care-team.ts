import {annotation, concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const participant = z.looseObject({
  role: z.optional(z.array(concept)),
  member: z.optional(reference),
  onBehalfOf: z.optional(reference),
  period: z.optional(period),
  modifierExtension: z.optional(z.array(z.unknown())),
});

export const careTeam = z.looseObject({
  resourceType: z.literal('CareTeam'),
  ...resource,
  status: text,
  category: z.optional(z.array(concept)),
  subject: z.optional(reference),
  period: z.optional(period),
  participant: z.optional(z.array(participant)),
  note: z.optional(z.array(annotation)),
});

export type ParticipantWire = z.infer<typeof participant>;
