import {type Counted, type Period, countWindow, monthsLater} from './rules/windows.ts';
import type {Steps} from './steps.ts';
import type {FollowUpCounts, UseProof} from './use-proof.ts';

/** The windows of the proof, one after the other. */
export function* countWindows({
  asOf,
  index,
  upTo,
  counted,
}: {
  readonly asOf: number;
  readonly index: number | null;
  readonly upTo: (day: number, months: number) => Period;
  readonly counted: Counted;
}): Steps<UseProof['windows']> {
  const {config} = counted;
  const last12Months = countWindow(upTo(asOf, 12), counted);
  yield;
  const last6Months = countWindow(upTo(asOf, 6), counted);
  yield;
  const previous12Months = countWindow(upTo(monthsLater(asOf, -12, config), 12), counted);
  yield;
  const baseline = index === null ? null : countWindow(upTo(index, config.baselineMonths), counted);
  const followUp = index === null ? null : countFollowUp(index, asOf, counted);
  return {last12Months, last6Months, previous12Months, baseline, followUp};
}

/** R17, R18: the days after the index up to so many months later, or as-of when that is earlier. */
function countFollowUp(index: number, asOf: number, counted: Counted): FollowUpCounts {
  const {config} = counted;
  const months = config.baselineMonths;
  const to = Math.max(index, Math.min(monthsLater(index, months, config), asOf));
  let elapsedMonths = 0;
  while (elapsedMonths < months && monthsLater(index, elapsedMonths + 1, config) <= asOf) elapsedMonths += 1;
  return {...countWindow({from: index + 1, to}, counted), elapsedMonths, ofMonths: months};
}
