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

    .row {
      display: grid;
      gap: calc(var(--_space) * 1);
      padding-block: calc(var(--_space) * 3) calc(var(--_space) * 1);
      border-block-start: 1px solid var(--_line);
    }

    .points {
      display: grid;
      gap: calc(var(--_space) * 2);
    }

    .points dt {
      color: var(--_muted);
      font-size: var(--_size-small);
    }

    @container (min-width: 30rem) {
      .points {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
    }

    .state {
      padding-block-end: calc(var(--_space) * 2);
      font-weight: 600;
    }

    isp-measure-form {
      padding-block: calc(var(--_space) * 4) calc(var(--_space) * 2);
      border-block-start: 1px solid var(--_line);
    }

    details {
      border-block-start: 0;
    }

    .all {
      display: grid;
      gap: calc(var(--_space) * 3);
      padding-block: calc(var(--_space) * 2);
    }

    .all .quiet {
      justify-self: start;
      margin-inline-start: calc(var(--_space) * -2);
    }

    .ask {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }

    .trend svg {
      display: block;
      width: 100%;
      max-width: 20rem;
      height: auto;
    }

    .trend polyline {
      fill: none;
      stroke: var(--_muted);
      stroke-width: 1.5;
    }

    .trend circle {
      fill: var(--_ink);
    }

    .trend .limit {
      stroke: var(--_line-strong);
      stroke-dasharray: 4 3;
    }

    .add {
      padding-block: calc(var(--_space) * 2);
    }

    @media (forced-colors: active) {
      .trend polyline,
      .trend .limit {
        stroke: CanvasText;
      }

      .trend circle {
        fill: CanvasText;
      }
    }
  `,
];
