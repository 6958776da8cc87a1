/** Takes the place of the package `debug` inside fhirclient, whose output would hold tokens. */
export default function createDebug(): DebugLog {
  const log: DebugLog = Object.assign(() => undefined, {extend: () => log});
  return log;
}

interface DebugLog {
  (): undefined;
  extend(): DebugLog;
}
