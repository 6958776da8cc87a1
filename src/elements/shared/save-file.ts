/** Hands a file to the browser, which saves it or asks where to; the page is not told what became of it. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address by then; a later one would keep the text in memory.
  setTimeout(() => URL.revokeObjectURL(address));
}
