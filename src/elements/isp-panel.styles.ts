import {css} from 'lit';
import {shared} from './shared.styles.ts';
import {tokens} from './tokens.ts';

export const styles = [
  tokens,
  shared,
  css`
    :host {
      background: var(--_paper);
    }

    .panel {
      container: isp-panel / inline-size;
      min-height: 100%;
    }

    .identity {
      position: sticky;
      inset-block-start: 0;
      z-index: 2;
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4) calc(var(--_space) * 1);
      border-block-end: 1px solid var(--_line);
      background: var(--_surface);
    }

    .practice {
      padding: calc(var(--_space) * 1) calc(var(--_space) * 4);
      background: var(--_ink);
      color: var(--_paper);
      font-size: var(--_size-small);
    }

    @media (forced-colors: active) {
      .practice {
        border-block-end: 1px solid CanvasText;
        background: Canvas;
        color: CanvasText;
      }
    }

    .tools {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      margin-inline: calc(var(--_space) * -1.25);
      font-size: var(--_size-small);
    }

    .tools button {
      padding-inline: calc(var(--_space) * 1.25);
      font-size: var(--_size-small);
    }

    nav {
      display: flex;
      flex-wrap: wrap;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      margin-inline-start: calc(var(--_space) * 1.25);
      color: var(--_muted);
    }

    .column > div {
      min-width: 0;
      /* Not below the identity line, which stays on top. */
      scroll-margin-block-start: 7rem;
    }

    .column > :focus-visible {
      outline-offset: 6px;
    }

    .notices {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4) 0;
    }

    .glance {
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4) 0;
    }

    .sections {
      display: grid;
      gap: calc(var(--_space) * 8);
      padding: calc(var(--_space) * 5) calc(var(--_space) * 4) calc(var(--_space) * 8);
    }

    .column {
      display: grid;
      align-content: start;
      gap: calc(var(--_space) * 8);
      min-width: 0;
    }

    /* A section whose code is still on its way keeps its place. */
    :is(isp-headlines, isp-plan, isp-use, isp-care-team):not(:defined) {
      display: block;
      min-block-size: 12rem;
      border-radius: var(--_radius);
      background: var(--_sunken);
    }

    .soon {
      min-block-size: 20rem;
    }

    isp-headlines:not(:defined) {
      min-block-size: 4rem;
    }

    isp-due:not(:defined) {
      display: block;
      min-block-size: calc(var(--_space) * 11);
    }

    .none {
      padding: calc(var(--_space) * 8) calc(var(--_space) * 4);
    }

    @container isp-panel (min-width: 880px) {
      .identity,
      .notices,
      .glance,
      .sections {
        padding-inline: calc(var(--_space) * 6);
      }

      .identity {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 calc(var(--_space) * 6);
      }

      .tools {
        gap: 0 calc(var(--_space) * 4);
      }

      .sections {
        grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
        gap: calc(var(--_space) * 8) calc(var(--_space) * 12);
      }

      /* The list of visits can be long: all that follows it stands below the plan, not below the list. */
      .sections > .column:nth-child(2) {
        grid-area: 1 / 2 / span 2;
      }

      .sections > .column {
        max-width: 46rem;
      }
    }

    @media (forced-colors: active) {
      .identity {
        border-block-end: 2px solid CanvasText;
      }
    }
  `,
];
