/** The part of JSON Schema 2020-12 that docs/isp-site.schema.json uses; any other keyword is an error, so that none is passed over. */
export type Schema = Readonly<Record<string, unknown>>;

// `then` is read with its `if`.
const SAID = ['$schema', '$defs', 'title', 'description', 'default', 'examples', 'then'];

/** Places (`issuers[0].iss`) of a value that do not fit; the whole is ``. */
export function wrongPlaces(value: unknown, root: Schema, schema: Schema = root, place = ''): string[] {
  return Object.entries(schema).flatMap(([keyword, said]) => {
    if (SAID.includes(keyword)) return [];
    const fit = KEYWORDS[keyword];
    if (!fit) throw new Error(`unknown keyword ${keyword}`);
    return fit({value, said, root, schema, place});
  });
}

/** The schema that a `$ref` names, else the schema itself. */
function resolved(root: Schema, schema: Schema): Schema {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  const found = (root['$defs'] as Record<string, Schema>)[ref.replace('#/$defs/', '')];
  if (!found) throw new Error(`no ${ref}`);
  return found;
}

interface Asked {
  readonly value: unknown;
  readonly said: unknown;
  readonly root: Schema;
  readonly schema: Schema;
  readonly place: string;
}

/** A keyword that says nothing about values of other types, as the specification has it. */
function about<T>(is: (value: unknown) => value is T, fits: (value: T, said: never) => boolean) {
  return ({value, said, place}: Asked): string[] => (is(value) && !fits(value, said as never) ? [place] : []);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAnything = (value: unknown): value is unknown => value === value;
const inside = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);
const sub = ({root, place}: Asked, value: unknown, schema: unknown, at = place): string[] =>
  wrongPlaces(value, root, schema as Schema, at);

const KEYWORDS: Readonly<Record<string, (asked: Asked) => string[]>> = {
  $ref: (asked) => sub(asked, asked.value, resolved(asked.root, asked.schema)),
  type: about(isAnything, (value, types: string | readonly string[]) =>
    [types].flat().some((type) => isOf(type, value)),
  ),
  enum: about(isAnything, (value, members: readonly unknown[]) => members.includes(value)),
  const: about(isAnything, (value, only: unknown) => value === only),
  pattern: about(isText, (value, pattern: string) => new RegExp(pattern, 'u').test(value)),
  minLength: about(isText, (value, least: number) => Array.from(value).length >= least),
  maxLength: about(isText, (value, most: number) => Array.from(value).length <= most),
  format: about(isText, (value, format: string) => {
    if (format !== 'date') throw new Error(`unknown format ${format}`);
    const time = Date.parse(`${value}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  }),
  minimum: about(isNumber, (value, least: number) => value >= least),
  maximum: about(isNumber, (value, most: number) => value <= most),
  minItems: about(isList, (value, least: number) => value.length >= least),
  maxItems: about(isList, (value, most: number) => value.length <= most),
  items: (asked) =>
    isList(asked.value)
      ? asked.value.flatMap((item, n) => sub(asked, item, asked.said, `${asked.place}[${n}]`))
      : [],
  anyOf: (asked) =>
    (asked.said as readonly Schema[]).some((one) => sub(asked, asked.value, one).length === 0)
      ? []
      : [asked.place],
  if: (asked) =>
    sub(asked, asked.value, asked.said).length === 0
      ? sub(asked, asked.value, asked.schema['then'] ?? {})
      : [],
  required: ({value, said, place}) =>
    isObject(value)
      ? (said as readonly string[])
          .filter((name) => !Object.hasOwn(value, name))
          .map((name) => inside(place, name))
      : [],
  properties: (asked) =>
    members(asked.value).flatMap(([name, member]) => {
      const own = asked.said as Record<string, Schema>;
      return Object.hasOwn(own, name) ? sub(asked, member, own[name], inside(asked.place, name)) : [];
    }),
  additionalProperties: (asked) =>
    members(asked.value).flatMap(([name, member]) => {
      if (Object.hasOwn(asked.schema['properties'] ?? {}, name)) return [];
      const at = inside(asked.place, name);
      return asked.said === false ? [at] : sub(asked, member, asked.said, at);
    }),
  propertyNames: (asked) =>
    members(asked.value).flatMap(([name]) =>
      sub(asked, name, asked.said).length > 0 ? [inside(asked.place, name)] : [],
    ),
};

function members(value: unknown): readonly [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return isList(value);
  return type === 'object' ? isObject(value) : typeof value === type;
}
