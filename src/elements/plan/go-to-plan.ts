/** Takes the focus to the plan of the panel that an element stands in, however deep. */
export function goToPlan(from: Element): void {
  let root: Node = from.getRootNode();
  while (root instanceof ShadowRoot) {
    const plan = root.querySelector<HTMLElement>('#plan[tabindex]');
    if (plan) {
      plan.focus({preventScroll: true});
      plan.scrollIntoView({block: 'start'});
      return;
    }
    root = root.host.getRootNode();
  }
}
