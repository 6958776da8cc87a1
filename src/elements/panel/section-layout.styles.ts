import {css} from 'lit';

/** Where the sections stand: one column, and two from 880 px of the panel's own width. */
export const layoutStyles = css`
  .column > div {
    min-width: 0;
    /* Not below the identity line, which stays on top. */
    scroll-margin-block-start: 7rem;
  }

  .column > :focus-visible {
    outline-offset: 6px;
  }

  .glance {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4) 0;
  }

  .sections {
    display: grid;
    gap: calc(var(--_space) * 8);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 4) calc(var(--_space) * 8);
  }

  .column {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 8);
    min-width: 0;
  }

  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    padding: 0 calc(var(--_space) * 4) calc(var(--_space) * 8);
  }

  isp-due:not(:defined) {
    display: block;
    min-block-size: calc(var(--_space) * 11);
  }

  @container isp-panel (min-width: 880px) {
    .glance,
    .sections,
    .ends {
      padding-inline: calc(var(--_space) * 6);
    }

    .sections {
      grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
      gap: calc(var(--_space) * 8) calc(var(--_space) * 12);
    }

    /* The list of visits can be long: all that follows it stands below the plan, not below the list. */
    .sections:not(.single) > .column:nth-child(2) {
      grid-area: 1 / 2 / span 2;
    }

    .sections > .column {
      max-width: 46rem;
    }

    .single {
      grid-template: none;
    }
  }
`;
