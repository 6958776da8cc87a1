interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly {readonly license: {readonly id: string}}[];
  readonly hashes: readonly {readonly alg: string; readonly content: string}[];
}

/** The bill of materials (CycloneDX 1.6) of the package that a lock file belongs to. */
export function billOfMaterials(lock: unknown): {
  readonly bomFormat: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly {readonly ref: string; readonly dependsOn: readonly string[]}[];
};
