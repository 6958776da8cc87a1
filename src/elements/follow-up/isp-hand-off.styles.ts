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

    section {
      padding-block-end: calc(var(--_space) * 4);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 4);
      padding-block: calc(var(--_space) * 2);
      border-block-start: 1px solid var(--_line);
    }

    li > p {
      flex: 1 1 14rem;
      max-width: 70ch;
      overflow-wrap: anywhere;
    }

    li b {
      font-weight: 600;
    }

    .day {
      white-space: nowrap;
    }

    section > p {
      padding-block-end: calc(var(--_space) * 1);
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      margin-inline-start: calc(var(--_space) * -2);
    }
  `,
];
