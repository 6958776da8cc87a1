import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    section > * + * {
      margin-block-start: calc(var(--_space) * 2);
    }

    p,
    li {
      overflow-wrap: anywhere;
    }

    .ask {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }

    .ask p {
      flex-basis: 100%;
    }

    .ask button {
      min-height: calc(var(--_space) * 10);
    }
  `,
];
