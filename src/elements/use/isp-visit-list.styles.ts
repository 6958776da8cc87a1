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

    .find {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }

    input {
      flex: 1 1 8rem;
    }

    select {
      flex: 0 1 10rem;
      width: auto;
    }

    input,
    select {
      min-width: 0;
      min-height: calc(var(--_space) * 8);
      font-size: var(--_size-small);
    }

    ::placeholder {
      color: var(--_muted);
      opacity: 1;
    }

    /* Of the older months those out of sight are not laid out: a long history stays quick, and is found and read. */
    .older {
      content-visibility: auto;
      contain-intrinsic-size: auto 20rem;
    }

    @media print {
      .older {
        content-visibility: visible;
      }
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
      border-block-end: 1px solid var(--_line);
    }

    li:last-child {
      border-block-end-color: transparent;
    }

    .row {
      display: grid;
      grid-template-columns: 4.6rem minmax(0, 1fr) auto;
      gap: 0 calc(var(--_space) * 3);
      width: 100%;
      padding: calc(var(--_space) * 1.5) 0;
      border: 0;
      border-radius: 0;
      background: none;
      overflow-wrap: anywhere;
      text-align: start;
    }

    .row:hover {
      background: var(--_sunken);
    }

    .row[aria-expanded='true'] .kind {
      font-weight: 600;
    }

    isp-visit-detail {
      padding: calc(var(--_space) * 1) 0 calc(var(--_space) * 4);
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
      padding-inline-start: calc(var(--_space) * 2);
      box-shadow: inset 3px 0 0 var(--_focus);
    }

    .all.quiet {
      margin-block-start: calc(var(--_space) * 3);
      padding-inline: 0;
    }

    /* Narrow: the length on its own line, so that the kind is read whole. */
    @container (max-width: 380px) {
      .row {
        grid-template-columns: 4.2rem minmax(0, 1fr);
      }

      .when {
        grid-row: 1 / span 3;
      }

      .length {
        grid-column: 2;
        font-size: var(--_size-small);
        text-align: start;
      }
    }

    @container (max-width: 240px) {
      .row {
        grid-template-columns: minmax(0, 1fr);
      }

      .when {
        grid-row: auto;
        flex-direction: row;
        align-items: baseline;
        gap: calc(var(--_space) * 2);
      }

      .length,
      .detail {
        grid-column: 1;
      }

      select {
        flex-grow: 1;
      }
    }

    @container (min-width: 480px) {
      .row {
        grid-template-columns: 7.2rem minmax(0, 1fr) auto;
      }

      .when {
        flex-direction: row;
        align-items: baseline;
        justify-content: space-between;
      }
    }

    /* Wide: one line an event. */
    @container (min-width: 620px) {
      .row {
        grid-template-columns: 7.2rem minmax(0, 1.3fr) minmax(0, 1fr) 6.5rem;
        align-items: baseline;
      }

      .when {
        grid-row: auto;
      }

      .detail {
        grid-area: 1 / 3;
      }

      .length {
        grid-area: 1 / 4;
      }
    }

    @media (forced-colors: active) {
      .picked {
        border-inline-start: 3px solid Highlight;
      }
    }
  `,
];
