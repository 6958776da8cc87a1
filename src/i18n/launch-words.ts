import type {LaunchWords} from './en/launch.ts';
import type {Language} from './index.ts';

/** Words of a launch that did not end in an open chart: needed by few, so they come in their own file. */
export async function loadLaunchWords(language: Language): Promise<LaunchWords> {
  return language === 'fr-CA'
    ? (await import('./fr/launch.ts')).launch
    : (await import('./en/launch.ts')).launch;
}
