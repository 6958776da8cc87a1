import {assert} from '@open-wc/testing';
import {axeFaults, itInForcedColors, languages, type Look} from './stage.ts';

/** The first test of each element: axe finds nothing, in both languages, light, dark and with forced colours. */
export function hasNoAxeFaults(what: string, show: (look: Look) => Promise<HTMLElement>): void {
  for (const language of languages) {
    for (const theme of ['light', 'dark'] as const) {
      it(`gives axe nothing to object to: ${what}, ${language}, ${theme}`, async () => {
        assert.deepEqual(
          await axeFaults(await show({language, theme}), theme === 'light' ? 'all' : 'colors'),
          [],
        );
      });
    }
  }
  itInForcedColors(`gives axe nothing to object to: ${what}, forced colours`, async () => {
    assert.deepEqual(await axeFaults(await show({})), []);
  });
}
