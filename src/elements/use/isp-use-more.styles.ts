import {css} from 'lit';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }

    section {
      padding-block-end: calc(var(--_space) * 4);
    }

    b {
      font-weight: 600;
    }

    p {
      max-width: 75ch;
    }

    .pair {
      display: grid;
      gap: calc(var(--_space) * 0.5) calc(var(--_space) * 6);
      margin-block: calc(var(--_space) * 2);
    }

    .pair dt {
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    .pair dd {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
      margin-block-end: calc(var(--_space) * 3);
    }

    /* One place a month; dots stand on the line. */
    .dots {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      max-width: 21rem;
    }

    .dots li {
      display: flex;
      flex-wrap: wrap-reverse;
      align-content: flex-start;
      gap: 3px;
      min-height: 20px;
      margin-inline-end: 4px;
      padding: 0 2px 3px;
      border-block-end: 2px solid var(--_line-strong);
      line-height: 1;
    }

    .dots li.later {
      border-block-end-color: var(--_line);
      border-block-end-style: dashed;
    }

    .dots i {
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: var(--_ink);
    }

    details {
      border-block-start: 1px solid var(--_line);
    }

    details:last-of-type {
      border-block-end: 1px solid var(--_line);
    }

    summary {
      padding-block: calc(var(--_space) * 2);
    }

    section > button.quiet {
      margin-inline-start: calc(var(--_space) * -2);
    }

    details > :not(summary) {
      padding-block-end: calc(var(--_space) * 4);
    }

    .patterns,
    .tallies {
      display: grid;
      gap: calc(var(--_space) * 4);
    }

    table {
      border-collapse: collapse;
      width: 100%;
    }

    caption {
      padding-block-end: calc(var(--_space) * 1);
      font-weight: 600;
      text-align: start;
    }

    th,
    td {
      padding: calc(var(--_space) * 1) 0;
      border-block-start: 1px solid var(--_line);
      font-weight: 400;
      text-align: start;
      vertical-align: baseline;
      overflow-wrap: anywhere;
    }

    .tally td {
      width: 1%;
      padding-inline-start: calc(var(--_space) * 3);
      white-space: nowrap;
    }

    .tally .number {
      min-width: 2.5em;
      text-align: end;
    }

    .week td,
    .week th[scope='col'] {
      padding-inline-start: calc(var(--_space) * 2);
      text-align: end;
    }

    .week thead > tr > * {
      border-block-start: 0;
      line-height: 1.25;
    }

    .week thead span {
      display: block;
    }

    .week svg {
      vertical-align: -0.3em;
    }

    .none {
      color: var(--_muted);
    }

    .share {
      fill: var(--_muted);
    }

    th[scope='row']::first-letter {
      text-transform: uppercase;
    }

    .gaps {
      margin-block: calc(var(--_space) * 2);
    }

    .gaps li {
      display: flex;
      justify-content: space-between;
      gap: calc(var(--_space) * 4);
      padding-block: calc(var(--_space) * 1);
      border-block-start: 1px solid var(--_line);
    }

    .gaps span + span {
      flex: none;
      text-align: end;
    }

    @container (min-width: 560px) {
      .tallies {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: calc(var(--_space) * 8);
      }

      .pair dd {
        grid-template-columns: 12rem minmax(0, 1fr);
        align-items: end;
      }

      .week {
        max-width: 32rem;
      }
    }

    @container (max-width: 260px) {
      .week td svg {
        display: none;
      }
    }

    @media (forced-colors: active) {
      .dots i {
        background: CanvasText;
        forced-color-adjust: none;
      }
    }
  `,
];
