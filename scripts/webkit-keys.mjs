// The names of keys, and what stands for them in WebDriver.
const NAMED = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F10: '\uE03A',
  Meta: '\uE03D',
};

/** What stands for a key by its name: `Enter`, `KeyA`, `a`. */
export function keysOf(key) {
  const letter = /^Key([A-Z])$/.exec(key)?.[1]?.toLowerCase() ?? (key.length === 1 ? key : undefined);
  const found = NAMED[key] ?? letter;
  if (found === undefined) throw new Error(`No key of WebDriver is known for "${key}".`);
  return found;
}
