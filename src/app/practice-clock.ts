import {dayText, localDateOf, parseDay, zoneOf} from '../domain/time.ts';

const DAY = 24 * 3_600_000;

/**
 * A clock on which today is `practiceDate` (YYYY-MM-DD, local day of the zone): synthetic people are as they are on one
 * day, and stay so. The time of day goes on; a day later it is a day later.
 */
export function practiceClock(practiceDate: string, zone: string, now: () => number): () => number {
  const wanted = parseDay(practiceDate);
  const today = parseDay(localDay(now(), zone));
  if (wanted === null || today === null) return now;
  const whole = (wanted - today) * DAY;
  // A change of the clocks between the two days can move the hour over midnight.
  const offset = [0, 3_600_000, -3_600_000]
    .map((hour) => whole + hour)
    .find((candidate) => localDay(now() + candidate, zone) === dayText(wanted));
  return () => now() + (offset ?? whole);
}

function localDay(at: number, zone: string): string {
  const moment = zoneOf(zone).read(new Date(at).toISOString());
  return moment ? localDateOf(moment) : '';
}
