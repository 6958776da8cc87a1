import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    :host {
      padding-block-start: calc(var(--_space) * 2);
      /* The line has its place before it is known what stands in it. */
      min-block-size: calc(var(--_space) * 11);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 4);
      padding-block: calc(var(--_space) * 1);
      border-block-start: 1px solid var(--_line);
    }

    li p {
      flex: 1 1 14rem;
      max-width: 75ch;
      overflow-wrap: anywhere;
    }

    li b {
      font-weight: 600;
    }

    .detail {
      color: var(--_muted);
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      margin-inline-start: calc(var(--_space) * -2);
    }

    .none {
      padding-block: calc(var(--_space) * 1);
      border-block-start: 1px solid var(--_line);
      color: var(--_muted);
    }

    summary {
      min-height: calc(var(--_space) * 8);
      padding-block: calc(var(--_space) * 1);
    }
  `,
];
