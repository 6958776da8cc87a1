/** One thing that a person would see as broken. */
export interface LayoutFault {
  readonly kind: 'sideways-scroll' | 'clipped' | 'overlap' | 'leaked-value';
  readonly text: string;
}

/**
 * Runs inside the page (it is sent there as source, so it uses nothing from outside). Looks through all shadow roots for
 * sideways scroll, text that is cut, text that lies on other text, and values that leaked from the code.
 */
export function findLayoutFaults(): LayoutFault[] {
  const faults: LayoutFault[] = [];
  const boxes: {rect: DOMRect; text: string; owner: Element}[] = [];
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) {
    faults.push({kind: 'sideways-scroll', text: `${root.scrollWidth} px in ${root.clientWidth} px`});
  }

  const isHiddenForEyes = (element: Element): boolean => {
    for (
      let at: Element | null = element;
      at;
      at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null
    ) {
      const style = getComputedStyle(at);
      if (style.clipPath !== 'none' && style.position === 'absolute') return true;
      if (style.visibility === 'hidden' || style.opacity === '0') return true;
    }
    return false;
  };

  const visit = (node: Node): void => {
    if (node instanceof Element) {
      if (node.localName === 'style' || node.localName === 'script' || node.localName === 'option') return;
      const style = getComputedStyle(node);
      // What is folded away has boxes, but nobody sees them.
      if (style.display !== 'contents' && !node.checkVisibility()) return;
      // A field scrolls what is typed in it.
      const isField = /^(input|textarea|select)$/.test(node.localName);
      const cuts = !isField && (style.overflowX === 'hidden' || style.overflowX === 'clip');
      if (cuts && node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1 && !isHiddenForEyes(node)) {
        faults.push({
          kind: 'clipped',
          text: `${node.localName}.${node.className}: ${(node.textContent ?? '').trim().slice(0, 60)}`,
        });
      }
      if (node.shadowRoot) visit(node.shadowRoot);
    }
    if (node.nodeType === Node.TEXT_NODE && node.parentElement) {
      const text = (node.textContent ?? '').trim();
      if (text !== '') {
        // One of the dirty person's texts is made of such words: it stands there because the record says it.
        const recorded = text === '${1+1} {{1+1}} %s undefined NaN [object Object]';
        if (!recorded && /\bundefined\b|\bNaN\b|Invalid Date|\[object Object\]/.test(text)) {
          faults.push({kind: 'leaked-value', text: text.slice(0, 80)});
        }
        if (!isHiddenForEyes(node.parentElement)) {
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const rect of range.getClientRects()) {
            if (rect.width > 1 && rect.height > 1) boxes.push({rect, text, owner: node.parentElement});
          }
        }
      }
    }
    for (const child of node.childNodes) visit(child);
  };
  visit(document.body);

  boxes.sort((a, b) => a.rect.top - b.rect.top);
  for (let i = 0; i < boxes.length; i += 1) {
    const a = boxes[i]!;
    for (let j = i + 1; j < boxes.length && boxes[j]!.rect.top < a.rect.bottom - 2; j += 1) {
      const b = boxes[j]!;
      if (a.owner === b.owner) continue;
      const width = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const height = Math.min(a.rect.bottom, b.rect.bottom) - b.rect.top;
      if (width > 2 && height > a.rect.height * 0.35) {
        faults.push({kind: 'overlap', text: `“${a.text.slice(0, 40)}” and “${b.text.slice(0, 40)}”`});
      }
    }
  }
  return faults;
}
