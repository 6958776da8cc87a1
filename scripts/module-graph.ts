/** What a bundler knows of one module. */
export type ModuleInfoOf = (id: string) => {readonly importedIds: readonly string[]} | null;

/** All modules that one imports statically, itself or by way of others. */
export function reachedFrom(entry: string, getModuleInfo: ModuleInfoOf): ReadonlySet<string> {
  const found = new Set(getModuleInfo(entry)?.importedIds);
  // A set goes on to what is added while it is walked.
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}
