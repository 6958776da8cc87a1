/** A rule as a bit, so that joining visits joins their rules. */
export function rule(number: number): number {
  return 1 << number;
}

/** `R3`, `R7`: the rules of a set of bits, in order. */
export function ruleNames(bits: number): string[] {
  const names: string[] = [];
  for (let number = 1; number <= 25; number++) if (bits & rule(number)) names.push(`R${number}`);
  return names;
}
