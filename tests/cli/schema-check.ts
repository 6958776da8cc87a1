/** The part of JSON Schema that docs/proof.schema.json uses; an unknown keyword is an error, so that none is passed over. */
type Schema = Readonly<Record<string, unknown>>;

const KNOWN = new Set([
  '$schema',
  '$defs',
  '$ref',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'enum',
  'pattern',
  'minimum',
  'anyOf',
]);

/** Where a value does not fit the schema, as `place: what`. */
export function misfits(value: unknown, root: Schema, schema: Schema = root, place = ''): string[] {
  for (const key of Object.keys(schema)) if (!KNOWN.has(key)) throw new Error(`unknown keyword ${key}`);
  if (typeof schema['$ref'] === 'string') {
    const found = (root['$defs'] as Record<string, Schema>)[schema['$ref'].replace('#/$defs/', '')];
    if (!found) throw new Error(`no ${schema['$ref']}`);
    return misfits(value, root, found, place);
  }
  const wrong: string[] = [];
  const options = schema['anyOf'] as readonly Schema[] | undefined;
  if (options && !options.some((option) => misfits(value, root, option, place).length === 0))
    wrong.push(`${place}: fits nothing`);
  const {type, enum: members, pattern, minimum, minItems} = schema;
  if (type !== undefined && !isOf(String(type), value)) return [`${place}: not ${String(type)}`];
  if (Array.isArray(members) && !members.includes(value))
    wrong.push(`${place}: ${String(value)} is not listed`);
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(String(value)))
    wrong.push(`${place}: ${String(value)} does not match`);
  if (typeof minimum === 'number' && Number(value) < minimum) wrong.push(`${place}: below ${minimum}`);
  if (Array.isArray(value)) {
    if (typeof minItems === 'number' && value.length < minItems) wrong.push(`${place}: too few`);
    const items = schema['items'] as Schema;
    value.forEach((item, n) => wrong.push(...misfits(item, root, items, `${place}[${n}]`)));
  } else if (type === 'object')
    wrong.push(...membersOf(value as Record<string, unknown>, root, schema, place));
  return wrong;
}

function membersOf(value: Record<string, unknown>, root: Schema, schema: Schema, place: string): string[] {
  const wrong: string[] = [];
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  for (const name of (schema['required'] ?? []) as readonly string[])
    if (!Object.hasOwn(value, name)) wrong.push(`${place}.${name}: missing`);
  for (const [name, member] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : schema['additionalProperties'];
    if (own === false || own === undefined) wrong.push(`${place}.${name}: not known`);
    else wrong.push(...misfits(member, root, own as Schema, `${place}.${name}`));
  }
  return wrong;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
