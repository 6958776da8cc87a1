import type {ReactiveController, ReactiveElement} from 'lit';
import type {Act} from '../../domain/abilities.ts';
import {isSaving, whyBlocked} from '../../app/plan-view.ts';
import type {Draft, PanelActions, SaveState} from '../../app/state.ts';
import {FocusSoon} from '../shared/focus-soon.ts';
import type {Localize} from '../shared/localize.ts';
import {Select} from '../shared/select.ts';

/**
 * The forms of one part of the plan, by the name of the group of fields that each saves: one is open at a time, what is
 * typed is kept by its group, and a form closes only when the record has confirmed or the person gives it up.
 */
export class PlanForms implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #text: Localize;
  readonly #drafts: Select<Readonly<Record<string, Draft>>>;
  readonly #saves: Select<Readonly<Record<string, SaveState>>>;
  readonly #abilities;
  readonly #halted;
  readonly #focusSoon: FocusSoon;
  readonly #awaited = new Set<string>();
  #opened = '';

  constructor(host: ReactiveElement, text: Localize) {
    this.#host = host;
    this.#text = text;
    this.#drafts = new Select(host, ({drafts}) => drafts);
    this.#saves = new Select(host, ({saves}) => saves);
    this.#abilities = new Select(host, ({abilities}) => abilities);
    this.#halted = new Select(host, ({halted}) => halted);
    this.#focusSoon = new FocusSoon(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#opened = '';
  }

  draft(group: string): Draft | undefined {
    return this.#drafts.value?.[`plan:${group}`];
  }

  /** Groups in which something is typed. */
  get drafted(): readonly string[] {
    return Object.keys(this.#drafts.value ?? {}).flatMap((key) =>
      key.startsWith('plan:') ? [key.slice('plan:'.length)] : [],
    );
  }

  save(group: string): SaveState | undefined {
    return this.#saves.value?.[`plan:${group}`];
  }

  /** What is typed keeps its form open, and so does a conflict. */
  isOpen(group: string): boolean {
    return (
      this.#opened === group || this.draft(group) !== undefined || this.save(group)?.status === 'conflict'
    );
  }

  /** Opens one form, with the focus in it; others close unless something is typed in them. */
  open(group: string): void {
    this.#opened = group;
    this.#focusSoon.on(`#form-${group}`);
    this.#host.requestUpdate();
  }

  /** Gives a form up: what was typed goes, the focus returns to what opened it. */
  cancel(group: string): void {
    this.#drafts.panel?.actions.discard(`plan:${group}`);
    this.#close(group);
  }

  keep(group: string, draft: Draft, base: object | null): void {
    this.#drafts.panel?.actions.keepDraft(`plan:${group}`, draft, base);
  }

  /** Why an act cannot be carried out, in words; empty when it can. */
  blocked(act: Act): string {
    const abilities = this.#abilities.value;
    const why = abilities ? whyBlocked(abilities[act], this.#halted.value ?? null) : null;
    return why ? this.#text.t.plan.blocked[why] : '';
  }

  /** Whether an act changes the record itself, not what stands for it in a note or in hand. */
  isDirect(act: Act): boolean {
    const ability = this.#abilities.value?.[act];
    return ability?.allowed === true && ability.via === undefined;
  }

  /**
   * Asks for a command with the save key of a group; one at a time. True once the record has confirmed, or nothing was
   * left to write; the form is then closed and the focus goes to `next`.
   */
  async wish(
    group: string,
    ask: (actions: PanelActions, key: `plan:${string}`) => Promise<void>,
    next = `#open-${group}`,
  ): Promise<boolean> {
    const panel = this.#drafts.panel;
    const key = `plan:${group}` as const;
    if (!panel || this.#awaited.has(key) || isSaving(this.save(group))) return false;
    this.#awaited.add(key);
    try {
      await ask(panel.actions, key);
    } finally {
      this.#awaited.delete(key);
    }
    const save = panel.store.get().saves[key];
    if (save && save.status !== 'saved') {
      if (save.status === 'conflict') this.#focusSoon.on(`#form-${group}`);
      return false;
    }
    this.#close(group, next);
    return true;
  }

  /** Moves the focus once what is to take it stands. */
  focus(selector: string): void {
    this.#focusSoon.on(selector);
  }

  #close(group: string, next = `#open-${group}`): void {
    if (this.#opened === group) this.#opened = '';
    this.#focusSoon.on(next);
    this.#host.requestUpdate();
  }
}
