// Stands for `node:test` while mutants are tried: tests are gathered, then run until the first one fails.
const tests = [];

export function test(name, run) {
  tests.push({name, run});
}
export const it = test;
export function describe(_name, body) {
  body();
}

/** Takes the tests gathered since the last call. */
export function takeTests() {
  return tests.splice(0);
}
export default test;
