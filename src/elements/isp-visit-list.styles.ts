import {css} from 'lit';
import {shared} from './shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      container-type: inline-size;
    }

    .tools {
      display: grid;
      gap: calc(var(--_space) * 2);
      margin-block-end: calc(var(--_space) * 2);
    }

    .lanes {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1.5);
    }

    .lanes button {
      min-height: calc(var(--_space) * 7);
      padding-inline: calc(var(--_space) * 2.5);
      border-color: var(--_line);
      border-radius: calc(var(--_space) * 4);
      font-size: var(--_size-small);
    }

    .lanes button[aria-pressed='true'] {
      border-color: var(--_accent);
      background: var(--_accent-soft);
      font-weight: 600;
    }

    input {
      min-height: calc(var(--_space) * 8);
      font-size: var(--_size-small);
    }

    ::placeholder {
      color: var(--_muted);
      opacity: 1;
    }

    .group + .group,
    .earlier {
      margin-block-start: calc(var(--_space) * 3);
    }

    .month {
      display: block;
      padding: calc(var(--_space) * 1) 0;
      border: 0;
      border-block-end: 1px solid var(--_line);
      background: none;
      color: var(--_muted);
      font-size: var(--_size-small);
      font-weight: 600;
    }

    h3.month::first-letter {
      text-transform: uppercase;
    }

    button.month {
      width: 100%;
      min-height: calc(var(--_space) * 7);
      border-radius: 0;
      text-align: start;
    }

    button.month::before {
      content: '+';
      display: inline-block;
      width: 1.1em;
      font-weight: 400;
    }

    button.month[aria-expanded='true']::before {
      content: '−';
    }

    li {
      display: grid;
      grid-template-columns: 4.6rem minmax(0, 1fr) auto;
      gap: 0 calc(var(--_space) * 3);
      padding-block: calc(var(--_space) * 1.5);
      border-block-end: 1px solid var(--_line);
      overflow-wrap: anywhere;
    }

    li:last-child {
      border-block-end-color: transparent;
    }

    .when {
      grid-row: 1 / span 2;
      display: flex;
      flex-direction: column;
      overflow-wrap: normal;
      white-space: nowrap;
    }

    .what svg {
      display: inline-block;
      margin-inline-end: calc(var(--_space) * 1);
      vertical-align: -0.05em;
    }

    .length {
      color: var(--_muted);
      text-align: end;
    }

    .detail {
      grid-column: 2 / -1;
      color: var(--_muted);
    }

    .detail span + .flags::before {
      content: ' · ';
    }

    .flags {
      color: var(--_ink);
    }

    .picked {
      box-shadow: inset 3px 0 0 var(--_focus);
      padding-inline-start: calc(var(--_space) * 2);
    }

    .solid {
      fill: var(--_ink);
    }

    .stay {
      fill: var(--_muted);
    }

    .hollow {
      fill: none;
      stroke: var(--_ink);
      stroke-width: 1.25;
    }

    .tick {
      fill: var(--_line-strong);
    }

    .all {
      margin-block-start: calc(var(--_space) * 3);
      padding-inline: 0;
    }

    @container (max-width: 300px) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      .when {
        grid-row: auto;
        flex-direction: row;
        gap: calc(var(--_space) * 2);
      }

      .what,
      .detail {
        grid-column: 1 / -1;
      }

      .length {
        grid-area: 1 / 2;
      }
    }

    @container (min-width: 480px) {
      .tools {
        grid-template-columns: minmax(0, 1fr) minmax(10rem, 14rem);
        align-items: center;
      }

      li {
        grid-template-columns: 7.2rem minmax(0, 1fr) auto;
      }

      .when {
        flex-direction: row;
        align-items: baseline;
        justify-content: space-between;
      }
    }

    @media (forced-colors: active) {
      .picked {
        border-inline-start: 3px solid Highlight;
      }
    }
  `,
];
