import {css} from 'lit';
import {shared} from '../shared/shared.styles.ts';
import {tokens} from '../shared/tokens.ts';

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
      print-color-adjust: exact;
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

    .notices {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4) 0;
    }

    /* The sections keep a place while their code and words are on their way. */
    .soon {
      min-block-size: 20rem;
    }

    .none {
      padding: calc(var(--_space) * 8) calc(var(--_space) * 4);
    }

    @container isp-panel (min-width: 880px) {
      .identity,
      .notices {
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
    }

    @media (forced-colors: active) {
      .identity {
        border-block-end: 2px solid CanvasText;
      }
    }
  `,
];
