import {css} from 'lit';
import {styles as goalRow} from '../goals/isp-goal-row.styles.ts';

export const styles = [
  ...goalRow,
  css`
    .row.done .words,
    .row.dropped .words {
      font-weight: 400;
    }

    .acts {
      margin-inline-start: 0;
      align-items: center;
    }

    .acts > #done {
      min-height: calc(var(--_space) * 7);
      padding-block: 0;
    }

    .acts > .quiet:first-child {
      margin-inline-start: calc(var(--_space) * -2);
    }

    /* Four acts have no room beside the words: they stand below the facts at every width. */
    @container (min-width: 480px) {
      .line > .acts {
        grid-column: 1 / -1;
        grid-row: auto;
        margin-inline: 0;
        margin-block-start: calc(var(--_space) * 1);
      }
    }

    @media print {
      button {
        display: none;
      }
    }
  `,
];
