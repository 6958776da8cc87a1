import {css} from 'lit';
import {shared} from '../shared/shared.styles.ts';
import {shapes} from './use-shapes.styles.ts';

export const styles = [
  shared,
  shapes,
  css`
    :host {
      container-type: inline-size;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 3);
      min-height: calc(var(--_space) * 7);
    }

    .said {
      min-height: 1.45em;
      margin-block-start: calc(var(--_space) * 1);
    }

    .periods {
      display: flex;
      margin-inline-start: calc(var(--_space) * -2);
    }

    [aria-pressed='true'] {
      color: var(--_ink);
      font-weight: 600;
      text-decoration: underline;
      text-decoration-thickness: 2px;
      text-underline-offset: 4px;
    }

    .walk {
      border-radius: var(--_radius);
      cursor: pointer;
    }

    svg {
      display: block;
      max-width: 100%;
      overflow: visible;
    }

    text {
      fill: var(--_muted);
      font-size: 11px;
    }

    /* Read over the lines that cross them. */
    .number {
      fill: var(--_ink);
      stroke: var(--_paper);
      stroke-width: 3px;
      paint-order: stroke;
    }

    .grid {
      stroke: var(--_line);
      stroke-width: 1;
      stroke-dasharray: 1 3;
    }

    .year {
      stroke: var(--_line-strong);
      stroke-width: 1;
    }

    .base {
      stroke: var(--_line);
      stroke-width: 1;
    }

    .enrolment {
      stroke: var(--_accent);
      stroke-width: 1.5;
      stroke-dasharray: 4 3;
    }

    .enrolment-word {
      fill: var(--_accent);
    }

    .picked {
      fill: none;
      stroke: var(--_focus);
      stroke-width: 2;
    }

    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 4);
      margin-block-start: calc(var(--_space) * 1);
      color: var(--_muted);
    }

    /* Narrow, the words of an event take two lines: the list below stays where it is. */
    @container (max-width: 420px) {
      .said {
        min-height: 2.9em;
      }
    }

    .legend span {
      display: inline-flex;
      align-items: center;
      gap: calc(var(--_space) * 1.5);
    }
  `,
];
