import type {Recognition} from '../fhir/recognition.ts';
import {z} from '../fhir/schema/zod.ts';
import type {Reader} from './reader.ts';

const short = z.string().check(z.maxLength(512));
/** `system|code`; before the bar nothing where the record gives a code without a system. */
const code = short.check(z.regex(/^[^|\s]*\|[^|\s]+$/));
/** Never blank: a blank text would be found in every role. */
const words = short.check(z.regex(/\S/));

/** Reads the codes and words that a site adds to what is recognized everywhere; what is absent or wrong adds nothing. */
export function parseRecognition(reader: Reader): Recognition {
  const recognition: Recognition = {
    planCategories: reader.items('planCategories', code),
    episodeTypes: reader.items('episodeTypes', code),
    caseManagerRoles: reader.items('caseManagerRoles', words),
    hospitals: reader.items('hospitals', words),
    scoreCodes: reader.entries('scoreCodes', words),
    scoreCutOffs: reader.entries('scoreCutOffs', z.number()),
  };
  reader.finish();
  return recognition;
}
