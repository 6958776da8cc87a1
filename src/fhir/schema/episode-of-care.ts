import {annotation, concept, period, reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const episodeOfCare = z.looseObject({
  resourceType: z.literal('EpisodeOfCare'),
  ...resource,
  extension: z.optional(z.array(z.looseObject({url: text, valueAnnotation: z.optional(annotation)}))),
  status: text,
  statusHistory: z.optional(z.array(z.looseObject({status: text, period: z.optional(period)}))),
  type: z.optional(z.array(concept)),
  patient: z.optional(reference),
  period: z.optional(period),
});

export type EpisodeOfCareWire = z.infer<typeof episodeOfCare>;
