import {css} from 'lit';

/** The looks of the marks, the same in the drawing, its legend and the list. */
export const shapes = css`
  .solid {
    fill: var(--_ink);
  }

  .stay,
  .column {
    fill: var(--_muted);
  }

  .hollow {
    fill: var(--_paper);
    stroke: var(--_ink);
    stroke-width: 1.25;
  }

  .band {
    fill: var(--_paper);
    stroke: var(--_muted);
    stroke-width: 1.25;
    stroke-dasharray: 3 2;
  }

  .tick {
    fill: var(--_line-strong);
  }

  .tick.hollow {
    fill: var(--_paper);
    stroke: var(--_line-strong);
    stroke-width: 1;
  }

  .review {
    fill: var(--_accent);
  }
`;
