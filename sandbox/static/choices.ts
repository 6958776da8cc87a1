/** A question at the head of a page, and its possible answers by their values. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** What the address of the page says, as far as it is one of the answers; else the first of each. */
export function readChoices(names: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(
    Object.entries(names).map(([name, values]) => {
      const asked = query.get(name) ?? '';
      return [name, values.includes(asked) ? asked : (values[0] ?? '')];
    }),
  );
}

/** Draws the questions; an answer changes the address of the page, so that every state has a link. */
export function drawChoices(
  form: HTMLFormElement,
  choices: readonly Choice[],
  values: Record<string, string>,
  changed: () => void,
): void {
  form.replaceChildren(
    ...choices.map(({name, label, options}) => {
      const select = document.createElement('select');
      select.name = name;
      for (const [value, text] of options)
        select.append(new Option(text, value, false, value === values[name]));
      select.addEventListener('change', () => {
        values[name] = select.value;
        const query = new URLSearchParams(values);
        history.replaceState(null, '', `?${query}${location.hash}`);
        changed();
      });
      const field = document.createElement('label');
      field.append(label, select);
      return field;
    }),
  );
}

/** The links between the pages of the static build, in the chosen language. */
export function drawPages(nav: HTMLElement, pages: Readonly<Record<string, string>>, lang: string): void {
  nav.replaceChildren(
    ...Object.entries(pages).map(([file, text]) => {
      const link = document.createElement('a');
      link.href = `./${file}?lang=${lang}`;
      link.textContent = text;
      if (location.pathname.endsWith(`/${file}`)) link.setAttribute('aria-current', 'page');
      return link;
    }),
  );
}
