import type {Words} from '../../domain/text.ts';
import {topicOf, withHeading, type NoteTopic} from '../plan-topics.ts';
import {annotation, type Authorship} from './annotation.ts';
import {setLanguage, setPrimitive} from './primitive.ts';
import {dropIfEmpty, ensureList, listAt, stringAt, toRaw, type RawObject} from './raw-json.ts';

/**
 * Says something on a topic of a plan: the newest note on it is written anew, with who says it and when, or one is added;
 * null takes every note on the topic out. Other notes stay as they are. Earlier words stay in the versions of the plan.
 */
export function setTopic(plan: RawObject, topic: NoteTopic, words: Words | null, by: Authorship): void {
  const notes = (listAt(plan, 'note') ?? []).filter(
    (note): note is RawObject => note instanceof Map && isOn(topic, stringAt(note, 'text')),
  );
  if (words === null) {
    if (isOn(topic, stringAt(plan, 'description'))) setPrimitive(plan, 'description', null);
    const list = listAt(plan, 'note');
    if (!list) return;
    plan.set(
      'note',
      list.filter((note) => !(note instanceof Map && notes.includes(note))),
    );
    dropIfEmpty(plan, 'note');
    return;
  }
  const text = withHeading(topic, words.text.trim(), words.lang);
  const {authorReference, time} = annotation(text, by);
  let note = notes.at(-1);
  if (note === undefined) {
    note = toRaw({text}) as RawObject;
    ensureList(plan, 'note').push(note);
  }
  setPrimitive(note, 'text', text);
  setLanguage(note, 'text', words.lang);
  note.set('time', toRaw(time ?? by.now));
  // Annotation.author[x] is one or the other: who wrote the former words is in the version before.
  note.delete('authorString');
  note.delete('_authorString');
  note.delete('authorReference');
  if (authorReference !== undefined) note.set('authorReference', toRaw(authorReference));
}

function isOn(topic: NoteTopic, text: string | null): boolean {
  return text !== null && topicOf(text)?.topic === topic;
}
