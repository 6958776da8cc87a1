import {css} from 'lit';
import {shared} from './shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      container-type: inline-size;
    }

    section {
      display: grid;
      gap: calc(var(--_space) * 4);
      min-width: 0;
    }

    .figures {
      width: 100%;
      border-collapse: collapse;
    }

    th,
    td {
      padding: calc(var(--_space) * 1) 0 calc(var(--_space) * 1) calc(var(--_space) * 3);
      font-weight: 400;
      text-align: end;
      vertical-align: baseline;
    }

    thead th {
      padding-block-start: 0;
      color: var(--_muted);
      font-size: var(--_size-small);
      line-height: 1.25;
      vertical-align: bottom;
    }

    tbody tr {
      border-block-start: 1px solid var(--_line);
    }

    th[scope='row'],
    th.window {
      padding-inline-start: 0;
      text-align: start;
    }

    th[scope='row'] {
      width: 45%;
      padding-inline-start: calc(var(--_space) * 2);
    }

    .figure {
      padding-inline-start: 0;
      line-height: 1.15;
      white-space: nowrap;
    }

    .figure .small {
      display: block;
    }

    .figure b {
      font-size: var(--_size-figure);
      font-weight: 600;
      letter-spacing: -0.01em;
    }

    .lines {
      display: grid;
      gap: calc(var(--_space) * 1);
      max-width: 75ch;
    }

    .ink {
      color: var(--_ink);
    }

    .bar {
      border-radius: var(--_radius);
      background: var(--_sunken);
    }

    .bar.numbers {
      height: 10rem;
    }

    .bar.line {
      height: 2.5rem;
      width: 80%;
    }

    .bar.strip {
      height: 8rem;
    }

    .bar.rows {
      height: 18rem;
    }

    @container (min-width: 420px) {
      .figure .small {
        display: inline;
      }
    }

    @container (max-width: 260px) {
      .figure {
        white-space: normal;
      }

      th,
      td {
        padding-inline-start: calc(var(--_space) * 2);
      }
    }

    @media (forced-colors: active) {
      .bar {
        border: 1px solid GrayText;
      }
    }
  `,
];
