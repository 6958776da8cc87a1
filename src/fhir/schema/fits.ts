import type {z} from './zod.ts';

type Check = (value: unknown) => boolean;

/**
 * Makes of a schema a check that only looks. The schema itself copies what it reads, which in a long history costs more
 * than parsing the text does; so what is plainly right is taken as it is, and only the rest goes through the schema.
 * Says yes exactly when the schema would (unknown members are not looked at).
 */
export function fits<T>(schema: z.ZodMiniType<T>): (value: unknown) => value is T {
  const check = checkOf(schema as unknown as z.core.$ZodTypes);
  return (value): value is T => check(value);
}

function checkOf(schema: z.core.$ZodTypes): Check {
  const {def} = schema._zod;
  switch (def.type) {
    case 'unknown':
      return () => true;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string': {
      const least = leastLength(def.checks ?? []);
      return (value) => typeof value === 'string' && value.length >= least;
    }
    case 'literal': {
      const {values} = def;
      return (value) => (values as unknown[]).includes(value);
    }
    case 'optional': {
      const inner = checkOf(def.innerType as z.core.$ZodTypes);
      return (value) => value === undefined || inner(value);
    }
    case 'array': {
      const element = checkOf(def.element as z.core.$ZodTypes);
      return (value) => Array.isArray(value) && value.every(element);
    }
    case 'object':
      return memberCheck(
        Object.entries(def.shape).map(([name, member]) => [name, checkOf(member as z.core.$ZodTypes)]),
      );
    default:
      throw new Error(`no plain check for ${def.type}`);
  }
}

function memberCheck(members: readonly (readonly [string, Check])[]): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const [name, check] of members) {
      if (!check((value as Readonly<Record<string, unknown>>)[name])) return false;
    }
    return true;
  };
}

function leastLength(checks: readonly z.core.$ZodCheck<never>[]): number {
  return checks.reduce((least, check) => {
    const {def} = check._zod;
    if (def.check !== 'min_length') throw new Error(`no plain check for ${def.check}`);
    return Math.max(least, (def as z.core.$ZodCheckMinLengthDef).minimum);
  }, 0);
}
