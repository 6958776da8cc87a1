/** What is put into the clipboard while something is done; the browser's own one is not touched. */
export async function copiedBy(
  act: (written: readonly string[]) => Promise<void>,
): Promise<readonly string[]> {
  const written: string[] = [];
  const {clipboard} = navigator;
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {writeText: async (text: string) => void written.push(text)},
  });
  try {
    await act(written);
  } finally {
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
  }
  return written;
}
