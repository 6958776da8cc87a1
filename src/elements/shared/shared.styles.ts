import {css} from 'lit';

/** What every section of the panel shares: type, buttons, fields, links, focus. Tokens come from the panel's host. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
    color: var(--_ink);
    font-family: var(--_font);
    font-size: var(--_size);
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }

  :host([hidden]) {
    display: none;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2 {
    font-size: var(--_size-large);
    font-weight: 600;
    line-height: 1.25;
  }

  h3 {
    font-size: var(--_size);
    font-weight: 600;
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: var(--_size-small);
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  button,
  summary {
    cursor: pointer;
  }

  /* Buttons: .primary once per form, plain for the rest, .quiet inside rows. */
  button {
    min-height: calc(var(--_space) * 9);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  button.quiet {
    min-height: calc(var(--_space) * 7);
    padding: 0 calc(var(--_space) * 2);
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }

  button.quiet:hover {
    text-decoration: underline;
  }

  button[aria-disabled='true'],
  button:disabled {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_muted);
    cursor: not-allowed;
  }

  input,
  select,
  textarea {
    width: 100%;
    min-height: calc(var(--_space) * 9);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  [aria-invalid='true'] {
    border-color: var(--_error);
    border-width: 2px;
  }

  label,
  .label {
    display: block;
    font-weight: 600;
  }

  a {
    color: var(--_accent);
  }

  /* What takes focus is never left under the identity line, which sticks to the top. */
  a,
  button,
  input,
  select,
  summary,
  textarea,
  [tabindex] {
    scroll-margin-block: 6rem 1.5rem;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* On paper nothing can be pressed or typed: acts and forms are left out, folds are printed as they stand. */
  @media print {
    button.quiet,
    button.primary,
    form,
    isp-goal-add,
    isp-action-add,
    .acts,
    .add,
    .tools,
    [popover] {
      display: none;
    }

    a {
      text-decoration: none;
    }

    :is(h2, h3, h4) {
      break-after: avoid;
    }

    :is(li, .row, dl) {
      break-inside: avoid;
    }
  }

  @media (forced-colors: active) {
    button,
    input,
    select,
    textarea {
      border-color: ButtonText;
    }

    /* Without this the system lays its own ground under the words of the main act, in the colour of the words. */
    button.primary {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }

    button.quiet {
      border: 0;
      color: LinkText;
      text-decoration: underline;
    }

    button[aria-disabled='true'],
    button:disabled {
      forced-color-adjust: none;
      border: 1px solid GrayText;
      background: Canvas;
      color: GrayText;
      text-decoration: none;
    }
  }
`;
