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

    .group {
      display: grid;
      gap: calc(var(--_space) * 1);
      padding-block: calc(var(--_space) * 2) calc(var(--_space) * 3);
      border-block-start: 1px solid var(--_line);
    }

    .group > .head {
      justify-content: space-between;
      padding-block-end: 0;
    }

    .group > .head button {
      flex: none;
      margin-inline: calc(var(--_space) * -2);
    }

    dl,
    .group > ul {
      display: grid;
      gap: calc(var(--_space) * 1.5);
      max-width: 72ch;
    }

    dt {
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    dd {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }

    /* Narrower, one French word of a heading leaves no room beside it. */
    @container (min-width: 15rem) {
      .group > .head {
        flex-wrap: nowrap;
      }

      .group > .head button {
        margin-inline-start: 0;
      }
    }

    @container (min-width: 34rem) {
      dl > div:has(dt:not(.visually-hidden)) {
        display: grid;
        grid-template-columns: 9rem minmax(0, 1fr);
        gap: calc(var(--_space) * 3);
        align-items: baseline;
      }
    }
  `,
];
