import {writeFileSync} from 'node:fs';
import {loadavg} from 'node:os';

/** One line of the bench. A line without a gate is a report: it never fails. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Highest value that is allowed. */
  readonly gate?: number;
  /** What the gate is held against, when it is not the value itself (the lower end of an interval). */
  readonly held?: number;
  readonly note?: string;
}

export function isHeld({value, gate, held}: Line): boolean {
  return gate === undefined || (held ?? value) <= gate;
}

/** Prints the table and writes it as JSON; says whether every gate holds. */
export function publish(lines: readonly Line[], file: URL): boolean {
  const rows = lines.map((line) => [
    line.gate === undefined ? ' ' : isHeld(line) ? '✔' : '✖',
    line.name,
    `${short(line.value)} ${line.unit}`.trim(),
    line.gate === undefined ? 'report' : `<= ${short(line.gate)}`,
    [line.held === undefined ? '' : `gate on ${short(line.held)}`, line.note ?? '']
      .filter(Boolean)
      .join('; '),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    process.stdout.write(
      `${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
  const good = lines.every(isHeld);
  const body = {good, load: loadavg(), lines: lines.map((line) => ({...line, ok: isHeld(line)}))};
  writeFileSync(file, `${JSON.stringify(body, null, 2)}\n`);
  process.stdout.write(
    `load average ${loadavg().map(short).join(', ')}; ${good ? 'all gates hold' : 'a gate broke'}\n`,
  );
  return good;
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
