import {css} from 'lit';
import {shared} from './shared.styles.ts';

export const styles = [
  shared,
  css`
    :host {
      container-type: inline-size;
    }

    section {
      display: grid;
      gap: calc(var(--_space) * 4);
      min-width: 0;
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 3);
    }

    .figures {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: calc(var(--_space) * 4);
    }

    .figures > li {
      display: flex;
      flex-direction: column;
      min-width: 0;
    }

    .figure {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: calc(var(--_space) * 1.5);
      min-height: calc(var(--_size-figure) * 1.2);
      line-height: 1.2;
    }

    .figure b {
      font-size: var(--_size-figure);
      font-weight: 600;
      letter-spacing: -0.01em;
    }

    .unit {
      flex: 1;
      line-height: 1.3;
      overflow-wrap: break-word;
      hyphens: auto;
    }

    .windows {
      margin-block-start: calc(var(--_space) * 2);
      padding-block-start: calc(var(--_space) * 1.5);
      border-block-start: 1px solid var(--_line);
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    .windows > div {
      display: flex;
      justify-content: space-between;
      gap: calc(var(--_space) * 2);
    }

    .windows dd {
      color: var(--_ink);
      text-align: end;
    }

    .lines {
      display: grid;
      gap: calc(var(--_space) * 1);
      max-width: 75ch;
    }

    .pair {
      display: grid;
      grid-template-columns: minmax(0, max-content) max-content;
      gap: calc(var(--_space) * 0.5) calc(var(--_space) * 6);
      margin-block: calc(var(--_space) * 1);
    }

    .pair dd {
      text-align: end;
    }

    .bar {
      border-radius: var(--_radius);
      background: var(--_sunken);
    }

    .bar.number {
      width: 3rem;
      height: calc(var(--_size-figure) * 1.2);
    }

    .bar.text {
      height: 5.4em;
      margin-block-start: calc(var(--_space) * 1);
    }

    .bar.strip {
      height: 7rem;
    }

    .bar.rows {
      height: 18rem;
    }

    .proof {
      display: grid;
      gap: calc(var(--_space) * 3);
      justify-items: start;
    }

    isp-counting-proof {
      width: 100%;
    }

    @container (max-width: 330px) {
      .figures {
        grid-template-columns: minmax(0, 1fr);
        gap: calc(var(--_space) * 3);
      }

      .windows {
        margin-block-start: calc(var(--_space) * 1);
      }

      .bar.text {
        height: 3.2em;
      }
    }

    @media (forced-colors: active) {
      .bar {
        border: 1px solid GrayText;
      }
    }
  `,
];
