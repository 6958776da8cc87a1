import {css, type CSSResult} from 'lit';
import {shared} from '../shared/shared.styles.ts';

/**
 * The figures where they no longer fit side by side: each measure takes its own lines, its windows named in them. Lower
 * limits and what is not available take more words, so a table that has any does this sooner.
 */
const stacked = (table: CSSResult): CSSResult => css`
  ${table} thead th:not(.window) {
    display: none;
  }

  ${table} tbody tr {
    display: block;
    padding-block: calc(var(--_space) * 1.5);
  }

  ${table} tbody :is(th, td) {
    display: inline;
    padding-block: 0;
  }

  ${table} td:not(.figure) {
    display: inline-block;
    padding-inline: 0 calc(var(--_space) * 4);
    font-size: var(--_size-small);
    text-align: start;
  }

  ${table} th[scope='row']::after {
    content: '\\A';
    white-space: pre;
  }

  ${table} .figure .small {
    display: inline;
  }

  ${table} .figure button {
    text-align: start;
  }

  ${table} .in {
    display: inline;
    color: var(--_muted);
  }
`;

export const styles = [
  shared,
  css`
    :host {
      container-type: inline-size;
    }

    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 4);
      min-width: 0;
      overflow-wrap: anywhere;
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
      padding-inline-start: calc(var(--_space) * 2);
    }

    /* The numbers stand at the edge, as wide as they are; the names take what is left. */
    .figure {
      width: 1px;
      padding-inline-start: 0;
      line-height: 1.15;
      white-space: nowrap;
    }

    /* As a block in the line its last line is its foot: the number stands on the line of its name. */
    .figure .said {
      display: inline-block;
    }

    .figure .small {
      display: block;
    }

    .figure button {
      min-width: 24px;
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      font-size: var(--_size-figure);
      font-weight: 600;
      letter-spacing: -0.01em;
      text-align: end;
    }

    .figure button:hover {
      text-decoration: underline;
      text-decoration-thickness: 2px;
      text-underline-offset: 4px;
    }

    .in {
      display: none;
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

    @container (min-width: 380px) {
      thead th {
        white-space: nowrap;
      }

      thead th.window {
        white-space: normal;
      }
    }

    @container (max-width: 340px) {
      ${stacked(css`.figures`)}
    }

    @container (max-width: 420px) {
      ${stacked(css`.partial`)}
    }

    @media (forced-colors: active) {
      .bar {
        border: 1px solid GrayText;
      }
    }
  `,
];
