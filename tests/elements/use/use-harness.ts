import type {PanelState} from '../../../src/app/state.ts';
import type {IspUse} from '../../../src/elements/use/isp-use.ts';
import {fakePanel, type FakePanel} from '../../helpers/fake-panel.ts';
import {Harness} from '../harness/harness.ts';
import {settled, textOf, until} from '../harness/page.ts';
import {PanelHarness} from '../harness/panel-harness.ts';
import type {Look} from '../harness/stage.ts';

/** The use of services in a panel. */
export class UseHarness extends Harness<IspUse> {
  /** Shows a panel and waits until the drawing, the list and what follows stand, where there is something to show. */
  static async show(state: PanelState, look: Look = {}): Promise<UseHarness> {
    const panel = fakePanel(state);
    // As it was made: a copy would hold rows without their words.
    panel.store.update(() => state);
    const shown = await PanelHarness.show(panel, look);
    await until('the section stands', () => shown.parts('isp-use').length > 0);
    const use = new UseHarness(shown.parts<IspUse>('isp-use')[0] as IspUse, panel);
    if (state.use.status === 'ready') {
      await until('what follows the numbers stands', () => use.hasButton(use.#last(look)));
      if (state.use.value.proof.included.length > 0) {
        await until('the list stands', () => use.rows.length > 0 || use.folds.length > 0);
        await until('the folds stand', () => use.folds.length >= 2);
      }
    }
    await settled();
    return use;
  }

  readonly panel: FakePanel;

  constructor(element: IspUse, panel: FakePanel) {
    super(element);
    this.panel = panel;
  }

  #last({language}: Look): string {
    return language === 'fr-CA' ? 'Comment le calcul est fait' : 'How this was counted';
  }

  /** The table of figures, a line of cells for each measure. */
  get figures(): readonly string[] {
    return this.parts('.figures tbody tr').map(textOf);
  }

  /** The rows of the list. */
  get rows(): readonly HTMLButtonElement[] {
    return this.parts<HTMLButtonElement>('button.row');
  }

  /** A row by something that it says. */
  row(words: string): HTMLButtonElement {
    const found = this.rows.find((row) => textOf(row).includes(words));
    if (!found) throw new Error(`No row “${words}” among: ${this.rows.map(textOf).join(' | ')}`);
    return found;
  }

  /** The shapes of the drawing: visits, stays, ticks, columns. */
  get marks(): readonly Element[] {
    const [timeline] = this.parts('isp-timeline');
    const drawing = timeline?.shadowRoot?.querySelector('svg');
    return [
      ...(drawing?.querySelectorAll('path.solid, path.hollow, rect.stay, rect.hollow, rect.band') ?? []),
    ];
  }

  /** The part that can be walked through by arrow keys. */
  get walk(): HTMLElement {
    return this.parts('.walk')[0] as HTMLElement;
  }
}
