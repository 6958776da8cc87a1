import {css} from 'lit';
import {form} from '../shared/form.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  form,
  css`
    dialog {
      /* Large type: the person reads along. */
      --_size: calc(var(--isp-font-size, 0.9375rem) * 1.3);
      --_size-small: calc(var(--_size) * 0.8);
      --_size-large: calc(var(--_size) * 1.3);
      width: 100%;
      max-width: 60rem;
      height: 100%;
      max-height: 100%;
      margin: auto;
      padding: calc(var(--_space) * 4);
      border: 0;
      background: var(--_paper);
      color: var(--_ink);
      font-size: var(--_size);
      container-type: inline-size;
    }

    form {
      gap: calc(var(--_space) * 5);
      min-block-size: 100%;
      grid-auto-rows: max-content;
    }

    header {
      display: grid;
      gap: calc(var(--_space) * 1);
      padding-block-end: calc(var(--_space) * 2);
      border-block-end: 1px solid var(--_line);
    }

    .who {
      font-weight: 600;
    }

    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 2);
      margin-inline-start: calc(var(--_space) * -2);
      font-size: var(--_size-small);
    }

    nav [aria-current] {
      color: var(--_ink);
      font-weight: 600;
      text-decoration: underline;
    }

    h2 span {
      display: block;
      font-weight: 400;
    }

    h3 {
      padding-block-end: calc(var(--_space) * 2);
    }

    .pair {
      align-items: end;
    }

    legend {
      padding-block-end: calc(var(--_space) * 2);
    }

    .known {
      display: grid;
      gap: calc(var(--_space) * 2);
      list-style: disc;
      padding-inline-start: calc(var(--_space) * 5);
    }

    .row {
      display: grid;
      gap: calc(var(--_space) * 2);
      padding-block-end: calc(var(--_space) * 4);
      border-block-end: 1px solid var(--_line);
    }

    .back {
      padding: calc(var(--_space) * 4);
      border-inline-start: 3px solid var(--_accent);
      background: var(--_surface);
    }

    dl {
      display: grid;
      gap: calc(var(--_space) * 3);
    }

    dt {
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    dd {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
];
