import type {FieldRules} from '../../fhir/write/field-edit.ts';
import type {RecordDesk} from '../record-desk.ts';

/** Keeps the source of what is read, for the readers that work with the record itself. */
export class SourceWatch<T extends {readonly id: string; readonly version: string | null}, C extends object> {
  readonly #sources = new Map<string, unknown>();
  desk: RecordDesk | null = null;

  rules(rules: FieldRules<T, C>, desk: RecordDesk): FieldRules<T, C> {
    this.desk = desk;
    return {
      ...rules,
      read: (json) => {
        const value = rules.read(json);
        if (value) this.#sources.set(`${value.id}/${value.version}`, json);
        return value;
      },
    };
  }

  /** The record as it was read, told to the desk so that no reading under way falls behind it. */
  tell(value: T): unknown {
    const json = this.#sources.get(`${value.id}/${value.version}`);
    this.desk?.planWritten(json);
    return json;
  }
}
