import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    :host {
      container-type: inline-size;
    }

    .slot,
    .list > li {
      border-block-start: 1px solid var(--_line);
    }

    .slot {
      padding-block-start: calc(var(--_space) * 2);
    }

    .slot h3 {
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    .empty {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 2);
      padding-block-end: calc(var(--_space) * 2);
    }

    .empty button {
      margin-inline: calc(var(--_space) * -2);
    }

    .rest {
      padding-block: calc(var(--_space) * 2) calc(var(--_space) * 1);
      border-block-start: 1px solid var(--_line);
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    .rest + .list > li:first-child {
      border-block-start: 0;
    }

    .add {
      padding-block: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_line);
    }

    .add isp-save-state {
      margin-block-start: calc(var(--_space) * 1);
    }

    @container (min-width: 560px) {
      .slots {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0 calc(var(--_space) * 6);
      }
    }
  `,
];
