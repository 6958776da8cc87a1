// Builds elements; text always goes in as text, never as markup.

/**
 * An element with attributes, listeners (functions under the event's name) and children. Null and false are left out.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null | false)} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** Text of a record, kept from turning the direction of what stands around it. */
export function bdi(text, attributes = {}) {
  return h('bdi', attributes, text);
}

/** The element of an id; its absence is a mistake in the page. */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

/** Makes a row of buttons behave as a tab list: arrows move, the panels follow. */
export function wireTabs(list, onSelect = () => undefined) {
  const tabs = [...list.querySelectorAll('[role=tab]')];
  const select = (tab) => {
    for (const one of tabs) {
      const chosen = one === tab;
      one.setAttribute('aria-selected', String(chosen));
      one.tabIndex = chosen ? 0 : -1;
      byId(one.getAttribute('aria-controls')).hidden = !chosen;
    }
    onSelect(tab.dataset.tab);
  };
  list.addEventListener('click', ({target}) => {
    const tab = target.closest('[role=tab]');
    if (tab !== null) select(tab);
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(document.activeElement);
    const step = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key];
    if (at < 0 || step === undefined) return;
    event.preventDefault();
    const tab = tabs[(step + tabs.length) % tabs.length];
    select(tab);
    tab.focus();
  });
  return (name) => select(tabs.find((tab) => tab.dataset.tab === name) ?? tabs[0]);
}
