/** The panel that an element stands in, through shadow roots; null where there is none. */
export function panelAround(element: Element): HTMLElementTagNameMap['isp-panel'] | null {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    if (root.host.localName === 'isp-panel') return root.host as HTMLElementTagNameMap['isp-panel'];
  }
  return null;
}
