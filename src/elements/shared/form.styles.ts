import {css} from 'lit';

/** What the panel's forms share: one column, acts at the end of the form on the right. */
export const form = css`
  form {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  .field {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 1);
    min-width: 0;
  }

  .field label,
  legend {
    font-size: var(--_size-small);
    font-weight: 600;
  }

  textarea {
    display: block;
    min-height: calc(var(--_space) * 16);
    resize: vertical;
    field-sizing: content;
  }

  input,
  select,
  textarea {
    min-height: calc(var(--_space) * 10);
    min-width: 0;
    max-width: 100%;
  }

  select {
    /* In WebKit a long choice sticks out of the closed list and widens what is around it. */
    contain: paint;
  }

  [readonly] {
    background: var(--_sunken);
  }

  .hint {
    color: var(--_muted);
    font-size: var(--_size-small);
  }

  .wrong {
    color: var(--_error);
    font-size: var(--_size-small);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .wrong::before {
    content: '! ' / '';
  }

  .pair {
    display: grid;
    gap: calc(var(--_space) * 3);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }

  .acts > p {
    flex: 1 1 10rem;
    font-size: var(--_size-small);
  }

  /* A place for words that says nothing takes none. */
  .acts > p:empty {
    flex-basis: 0;
  }

  .acts button {
    max-width: 100%;
    overflow-wrap: anywhere;
    min-height: calc(var(--_space) * 11);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }
`;
