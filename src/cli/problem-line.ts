import type {cli as shape} from '../i18n/en/cli.ts';
import type {CountProblem} from './problem.ts';

/** The one line that says what is wrong. */
export function problemLine(problem: CountProblem, {problem: words}: typeof shape): string {
  switch (problem.kind) {
    case 'unknown-command':
      return words[problem.kind](problem.command);
    case 'unknown-option':
    case 'value-missing':
    case 'said-twice':
      return words[problem.kind](problem.option);
    case 'not-a-date':
      return words[problem.kind](problem.option, problem.value);
    case 'not-a-zone':
    case 'not-a-language':
      return words[problem.kind](problem.value);
    case 'cannot-open':
    case 'no-resources':
    case 'not-a-site':
      return words[problem.kind](problem.file);
    case 'not-json':
      return words[problem.kind](problem.file, problem.line === null ? '' : String(problem.line));
    case 'two-patients':
      return words[problem.kind](problem.file, problem.ids.join(', '));
    case 'no-such-patient':
    case 'no-such-record':
      return words[problem.kind](problem.file, problem.id);
    case 'no-file':
    case 'two-files':
    case 'no-as-of':
    case 'index-after-as-of':
    case 'csv-and-explain':
      return words[problem.kind];
  }
}
