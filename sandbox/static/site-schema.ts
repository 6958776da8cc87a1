import schema from '../../docs/isp-site.schema.json' with {type: 'json'};

/** As much of JSON Schema as the published schema of the site file uses. */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
}

/** One key of the site file that is filled in by itself. */
export interface SiteKey {
  /** Where it stands, for example `['counting', 'mergeMinutes']`. */
  readonly path: readonly string[];
  readonly node: SchemaNode;
  /** How it is asked for. `json`: what is too rich for a field. */
  readonly kind: 'choice' | 'flag' | 'number' | 'text' | 'lines' | 'json';
}

const root = schema as unknown as SchemaNode & {readonly $defs: Readonly<Record<string, SchemaNode>>};

/** Every key of the published schema, in its order; groups of keys are taken apart. */
export function siteKeys(): readonly SiteKey[] {
  return Object.entries(root.properties ?? {}).flatMap(([name, node]) =>
    name === '$schema' ? [] : keysOf([name], resolve(node)),
  );
}

/** What the schema says of a key or of a group of keys. */
export function described(name: string): string {
  return root.properties?.[name]?.description ?? '';
}

function keysOf(path: readonly string[], node: SchemaNode): readonly SiteKey[] {
  if (node.properties && path.length === 1 && node.type === 'object') {
    return Object.entries(node.properties).flatMap(([name, inner]) =>
      keysOf([...path, name], resolve(inner)),
    );
  }
  return [{path, node, kind: kindOf(node)}];
}

function kindOf(node: SchemaNode): SiteKey['kind'] {
  if (node.enum) return 'choice';
  if (node.type === 'boolean') return 'flag';
  if (node.type === 'integer' || node.type === 'number') return 'number';
  const items = node.items && resolve(node.items);
  if (node.type === 'array' && items?.type === 'string' && !items.enum) return 'lines';
  if (node.type === 'string' || (Array.isArray(node.type) && node.type.includes('string'))) return 'text';
  return 'json';
}

/** A reference stands for its definition; what is said beside it goes before. */
function resolve(node: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : {...root.$defs[name], ...node};
}
