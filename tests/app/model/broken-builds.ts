import {err, ok} from '../../../src/domain/result.ts';
import {readDocument, type Document} from '../../../src/fhir/write/document.ts';
import type {Outcome} from '../../../src/fhir/write/notes.ts';
import {copyRaw, printRaw, toPlain, type RawObject} from '../../../src/fhir/write/raw-json.ts';
import {readNewest} from '../../../src/fhir/write/read-newest.ts';
import {RecordWriter, type RecordWriterOptions} from '../../../src/fhir/write/record-writer.ts';
import type {Edit} from '../../../src/fhir/write/settle-update.ts';
import type {RecordStage} from '../commands/record-stage.ts';

/** Ways in which panels lose and double what people write. Each must be caught by the histories. */
export const brokenBuilds = [
  'no If-Match',
  'blind retry',
  'optimistic save',
  'version advanced by a refresh',
] as const;

export type BrokenBuild = (typeof brokenBuilds)[number];

/** Makes one nurse's panel write in a broken way. */
export function breakBuild(stage: RecordStage, how: BrokenBuild): void {
  if (how === 'version advanced by a refresh') {
    // The record as it stood when somebody began to type is forgotten: a refresh takes its place.
    stage.session.memory.bases.set = () => stage.session.memory.bases;
    return;
  }
  const {client, person, user, today} = stage.desk;
  const options = {port: client, person, user, today, tried: new Set<string>()};
  const writer = new NaiveWriter(options, how);
  (stage.desk as {writer: unknown}).writer = () => Promise.resolve(ok(writer));
}

class NaiveWriter extends RecordWriter {
  readonly #options: RecordWriterOptions;
  readonly #how: BrokenBuild;

  constructor(options: RecordWriterOptions, how: BrokenBuild) {
    super(options);
    this.#options = options;
    this.#how = how;
  }

  override async update<T, C>(edit: Edit<C>, read: (document: Document) => T | null): Outcome<T, C> {
    if (this.#how === 'blind retry') return super.update(edit, read);
    const {port, person} = this.#options;
    const {what, id} = edit;
    const newest = await readNewest(port, what, id, person);
    if (!newest.ok) return err({kind: 'problem', problem: newest.error});
    const decision = edit.decide(newest.value, false);
    if (decision.kind === 'conflict') return err(decision);
    if (decision.kind === 'refused') return err({kind: 'problem', problem: decision.problem});
    const body = copyRaw(newest.value.raw);
    if (decision.kind === 'edit') decision.apply(body);
    const guard = this.#how === 'optimistic save' ? {'If-Match': `W/"${newest.value.version}"`} : {};
    const answer = await port.send({
      method: 'PUT',
      path: `${what}/${id}`,
      headers: guard,
      body: printRaw(body),
      what,
    });
    const sent: Document = {...newest.value, raw: body, json: toPlain(body)};
    const kept = answer.ok ? readDocument(answer.value.text, what, id) : null;
    if (this.#how === 'optimistic save') return shown(sent);
    return answer.ok ? shown(kept ?? sent) : err({kind: 'problem', problem: answer.error.problem});

    function shown(document: Document): Awaited<Outcome<T, C>> {
      const value = read(document);
      return value === null ? err({kind: 'problem', problem: {kind: 'bug'}}) : ok({value, notes: []});
    }
  }

  override async create(
    ...[what, uuid, body, looksLikeOurs]: Parameters<RecordWriter['create']>
  ): ReturnType<RecordWriter['create']> {
    if (this.#how !== 'blind retry') return super.create(what, uuid, body, looksLikeOurs);
    const {port} = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await port.send({
        method: 'POST',
        path: what,
        headers: {},
        body: printRaw(body as RawObject),
        what,
      });
      const made = answer.ok ? readDocument(answer.value.text, what, null) : null;
      if (made) return ok([made]);
      if (attempt > 0) return err(answer.ok ? {kind: 'unclear', what} : answer.error.problem);
    }
  }
}
