// Reporter for `node --test`: names what failed and why, and hands the totals to scripts/test.mjs.
import {writeFileSync} from 'node:fs';

export default async function* report(source) {
  const totals = {passed: 0, failed: 0, skipped: 0, reasons: []};
  for await (const {type, data} of source) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      if (process.env.ISP_VERBOSE) yield data.message;
      continue;
    }
    if (type === 'test:diagnostic' && /coverage/i.test(data.message)) yield `${data.message}\n`;
    if (type === 'test:coverage') yield* coverageLines(data.summary);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) {
      totals.skipped += 1;
      totals.reasons.push(`${data.name}: ${data.skip || data.todo || 'no reason given'}`);
    } else if (type === 'test:pass') {
      totals.passed += 1;
    } else if (data.details?.error?.failureType !== 'subtestsFailed') {
      totals.failed += 1;
      const error = data.details?.error?.cause ?? data.details?.error;
      yield `\n✖ ${data.name} (${data.file ?? ''}:${data.line ?? ''})\n${error?.stack ?? error}\n`;
    }
  }
  if (process.env.ISP_TOTALS) writeFileSync(process.env.ISP_TOTALS, JSON.stringify(totals));
}

function* coverageLines(summary) {
  const rings = new Map();
  for (const file of summary.files) {
    const ring = /src[\\/](\w+)[\\/]/.exec(file.path)?.[1];
    if (!ring) continue;
    const sum = rings.get(ring) ?? {covered: 0, total: 0, worst: []};
    sum.covered += file.coveredBranchCount;
    sum.total += file.totalBranchCount;
    if (file.coveredBranchPercent < 90) {
      const lines = file.branches.filter((branch) => branch.count === 0).map((branch) => branch.line);
      sum.worst.push(
        `    ${file.path.replace(/.*src/, 'src')} ${file.coveredBranchPercent.toFixed(0)} % (lines ${[...new Set(lines)].join(', ')})`,
      );
    }
    rings.set(ring, sum);
  }
  for (const [ring, sum] of rings) {
    yield `branches covered in src/${ring}: ${((100 * sum.covered) / sum.total).toFixed(1)} % of ${sum.total}\n`;
    for (const line of sum.worst) yield `${line}\n`;
  }
}
