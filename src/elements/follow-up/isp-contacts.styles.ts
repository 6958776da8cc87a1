import {css} from 'lit';
import {section} from '../shared/section.styles.ts';
import {shared} from '../shared/shared.styles.ts';

export const styles = [
  shared,
  section,
  css`
    .ways {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
      padding-block: calc(var(--_space) * 1) calc(var(--_space) * 3);
    }

    .ways p {
      flex: 1 0 100%;
      font-weight: 600;
    }

    isp-contact-form {
      padding-block: calc(var(--_space) * 4);
      border-block: 1px solid var(--_line);
    }

    .counts {
      padding-block-start: calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_line);
      font-weight: 600;
    }

    .month {
      padding-block-start: calc(var(--_space) * 4);
    }

    .month h3 {
      padding-block-end: calc(var(--_space) * 1);
    }

    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 1);
      padding-block: calc(var(--_space) * 2);
      border-block-start: 1px solid var(--_line);
    }

    .day {
      display: inline-block;
      min-width: 4.5em;
      color: var(--_muted);
    }

    .note {
      max-width: 70ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 3);
    }

    .foot .quiet {
      margin-inline: auto calc(var(--_space) * -2);
    }

    .ask {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }
  `,
];
