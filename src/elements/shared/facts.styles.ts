import {css} from 'lit';

/** Facts in one line each, or several beside each other: a muted name and what is known. */
export const facts = css`
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
    font-size: var(--_size-small);
  }

  dl > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  dt,
  dd {
    display: inline;
  }

  dt {
    color: var(--_muted);
  }
`;

/** A day that asks for attention, marked by more than its color. */
export const dueDay = css`
  .due {
    padding-inline: calc(var(--_space) * 1);
    border-radius: 2px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    background: var(--_due-soft);
    color: var(--_due);
    font-weight: 600;
  }
`;
