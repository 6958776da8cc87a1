import type {IspPanel} from '../../../src/elements/panel/isp-panel.ts';
import {Harness} from './harness.ts';
import {textOf} from './page.ts';
import {showPanel, type Look} from './stage.ts';
import type {Panel} from '../../../src/app/panel.ts';

/** One goal of the list. */
export class GoalHarness extends Harness {
  /** The person's words, without the rank that is read aloud. */
  get words(): string {
    return textOf(this.parts('.words > [lang], .words > span:last-child')[0] ?? new Text(''));
  }
}

/** The goals of the plan. */
export class GoalsHarness extends Harness {
  /** The goals in sight, in order. */
  get goals(): readonly GoalHarness[] {
    return this.parts('isp-goal-row').map((row) => new GoalHarness(row));
  }

  /** A goal by the beginning of its words, or of what stands in its form. */
  goal(words: string): GoalHarness {
    const found = this.goals.find((goal) => goal.words.startsWith(words));
    if (!found)
      throw new Error(`No goal “${words}” among: ${this.goals.map((goal) => goal.words).join(' | ')}`);
    return found;
  }

  /** The line in which a goal is added. */
  get add(): Harness {
    return new Harness(this.parts('isp-goal-add')[0] as HTMLElement);
  }

  /** What was typed for goals that are no longer listed. */
  get keptWords(): readonly string[] {
    return this.parts('.orphan').map(textOf);
  }
}

/** One member of the team. */
export class MemberHarness extends Harness {
  get name(): string {
    return textOf(this.parts('.name')[0] ?? new Text(''));
  }

  /** Where the links of this member lead. */
  get links(): readonly string[] {
    return this.parts<HTMLAnchorElement>('a').map((link) => link.href);
  }
}

/** The care team. */
export class TeamHarness extends Harness {
  get members(): readonly MemberHarness[] {
    return this.parts('isp-member-row').map((row) => new MemberHarness(row));
  }

  member(name: string): MemberHarness {
    const found = this.members.find((member) => member.name === name);
    if (!found) throw new Error(`No “${name}” among: ${this.members.map((each) => each.name).join(' | ')}`);
    return found;
  }

  /** The two places of case managers, in words. */
  get slots(): readonly string[] {
    return this.parts('.slot').map(textOf);
  }
}

/** The whole panel. */
export class PanelHarness extends Harness<IspPanel> {
  /** Shows a panel. */
  static async show(panel: Panel, look: Look = {}): Promise<PanelHarness> {
    return new PanelHarness(await showPanel(panel, look));
  }

  get goals(): GoalsHarness {
    return new GoalsHarness(this.parts('isp-goals')[0] as HTMLElement);
  }

  get plan(): Harness {
    return new Harness(this.parts('isp-plan')[0] as HTMLElement);
  }

  get team(): TeamHarness {
    return new TeamHarness(this.parts('isp-care-team')[0] as HTMLElement);
  }

  /** Who the chart is of, as it stands; empty while nobody's is shown. */
  get identity(): string {
    return this.parts('isp-identity').map(textOf).join('');
  }

  /** What the live region says last, to the letter: another letter is told anew. */
  get spoken(): string {
    return this.element.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '';
  }

  /** Calls back whenever the live region says something new. */
  onSpoken(told: (words: string) => void): void {
    const region = this.element.shadowRoot?.querySelector('[role="status"]');
    const watch = new MutationObserver(() => told(this.spoken));
    if (region) watch.observe(region, {subtree: true, characterData: true, childList: true});
  }

  get notices(): readonly string[] {
    return this.parts('isp-notice').map(textOf);
  }
}
