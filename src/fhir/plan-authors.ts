import type {Pointer} from '../domain/text.ts';
import {isObject, items, textOf, type JsonObject} from './json.ts';
import {topicOf, type NoteTopic} from './plan-topics.ts';

/** Who wrote the newest note of a plan on each topic, where the note says so. */
export function planAuthors(resource: JsonObject): Readonly<Partial<Record<NoteTopic, Pointer>>> {
  const authors: Partial<Record<NoteTopic, Pointer>> = {};
  for (const note of items(resource['note']).filter(isObject)) {
    const topic = topicOf(textOf(note['text']) ?? '')?.topic;
    if (topic === undefined) continue;
    const author = note['authorReference'];
    const reference = isObject(author) ? textOf(author['reference']) : null;
    const display = (isObject(author) ? textOf(author['display']) : null) ?? textOf(note['authorString']);
    if (reference !== null || display !== null) authors[topic] = {reference, display};
  }
  return authors;
}
