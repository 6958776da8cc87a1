import {reference, resource} from './types.ts';
import {z} from './zod.ts';

const text = z.optional(z.string());

export const questionnaireResponse = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  ...resource,
  questionnaire: text,
  status: text,
  authored: text,
  author: z.optional(reference),
  item: z.optional(z.array(z.unknown())),
});
