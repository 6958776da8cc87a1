import type {GapReason} from '../domain/completeness.ts';
import type {Problem} from '../domain/problem.ts';
import {isObject, items, textOf, type Json} from './json.ts';
import {issuesOf} from './outcome.ts';

/** What a failed page of a list leaves in it. */
export function gapOfProblem(problem: Problem): GapReason {
  if (problem.kind === 'timeout') return 'timeout';
  return problem.kind === 'forbidden' || problem.kind === 'signed-out' ? 'forbidden' : 'failed';
}

/** Numbers that Epic puts into `details.coding` of the outcomes inside a searchset. */
const epicCodes: Readonly<Record<string, GapReason | 'nothing'>> = {
  '4101': 'nothing', // no results
  '59108': 'nothing', // unknown parameter ignored
  '59109': 'nothing',
  '4119': 'scope', // may not hold the whole record
  '59133': 'scope',
  '4130': 'forbidden', // break-the-glass
  '4131': 'forbidden',
  '4134': 'forbidden',
};

/** The issue codes of FHIR that say why something was left out. */
const issueCodes: Readonly<Record<string, GapReason | 'nothing'>> = {
  suppressed: 'scope',
  security: 'forbidden',
  forbidden: 'forbidden',
  timeout: 'timeout',
  'not-found': 'nothing',
  'not-supported': 'nothing',
  informational: 'nothing',
};

/** What outcome entries inside a list say about its completeness, each reason once. */
export function gapsOfOutcome(outcome: Json): GapReason[] {
  const reasons = new Set<GapReason>();
  const issues = issuesOf(outcome);
  const codes = epicCodesOf(outcome);
  issues.forEach((issue, place) => {
    const known = codes[place]?.map((code) => epicCodes[code]).find((reason) => reason !== undefined);
    const serious = issue.severity === 'error' || issue.severity === 'fatal';
    const reason =
      known ??
      (issue.code === 'not-supported' && serious ? 'failed' : issueCodes[issue.code]) ??
      (issue.severity === 'information' ? 'nothing' : 'failed');
    if (reason !== 'nothing') reasons.add(reason);
  });
  return [...reasons];
}

/** True when Epic says that the paging session is over (4113): the search is begun again, once. */
export function isPagingExpired(outcome: Json | undefined): boolean {
  return epicCodesOf(outcome).some((codes) => codes.includes('4113'));
}

function epicCodesOf(outcome: Json | undefined): string[][] {
  if (!isObject(outcome) || outcome['resourceType'] !== 'OperationOutcome') return [];
  return items(outcome['issue'])
    .filter(isObject)
    .map((issue) =>
      isObject(issue['details'])
        ? items(issue['details']['coding']).flatMap((coding) => {
            const code = isObject(coding) ? textOf(coding['code']) : null;
            return code === null ? [] : [code];
          })
        : [],
    );
}
