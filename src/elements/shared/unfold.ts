/**
 * Opens the folds that hold something typed, and never closes one: a draft that for a moment equals the record's own
 * text must not take the form away under the hands of who is typing. Marked with `data-unfold` in the template.
 */
export function unfoldMarked(root: ParentNode): void {
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('details[data-unfold]')) fold.open = true;
}
