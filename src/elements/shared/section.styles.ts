import {css} from 'lit';

/** What the sections share: heading and its line, folds, what can be taken back, and the states in which there is nothing to list. */
export const section = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 2);
  }

  .said {
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
  }

  isp-notice + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  details {
    border-block-start: 1px solid var(--_line);
  }

  summary {
    min-height: calc(var(--_space) * 9);
    padding-block: calc(var(--_space) * 2);
    color: var(--_accent);
    font-size: var(--_size-small);
  }

  summary:hover {
    text-decoration: underline;
  }

  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-inline-start: 3px solid var(--_accent);
    background: var(--_surface);
  }

  .undo > span {
    flex: 1 1 10rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  /* The skeleton keeps the height of two rows, so that nothing jumps when they come. */
  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }

  .skeleton span {
    height: calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }

  .skeleton span:nth-child(2n) {
    width: 60%;
  }

  @media (forced-colors: active) {
    .skeleton span {
      border: 1px solid GrayText;
    }
  }
`;
