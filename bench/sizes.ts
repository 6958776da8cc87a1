import {globSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {brotliKb, initialFiles} from '../scripts/sizes.mjs';
import type {Line} from './results.ts';

const APP = fileURLToPath(new URL('../dist-app/', import.meta.url));

/** What a launch transfers, Brotli 11, file by file and in all. */
export function measureSizes(): Line[] {
  const initial = initialFiles();
  const all = globSync('**/*.{html,js,css}', {cwd: APP}).map((file) => file.replaceAll('\\', '/'));
  const lazy = all.filter((file) => !initial.includes(file)).sort((a, b) => size(b) - size(a));
  const sum = (files: readonly string[]): number => files.reduce((total, file) => total + size(file), 0);
  const list = (files: readonly string[]): string =>
    files.map((file) => `${bareName(file)} ${size(file).toFixed(1)}`).join(', ');
  return [
    {name: 'initial load', value: sum(initial), unit: 'kB br', gate: 40, note: list(initial)},
    {name: 'launch page before its chunk', value: size('launch.html'), unit: 'kB br', gate: 1.5},
    {name: 'initial files', value: initial.length, unit: '', gate: FILES, note: 'goal 4'},
    {name: 'lazy files', value: sum(lazy), unit: 'kB br', note: list(lazy.slice(0, 8))},
    {name: 'everything', value: sum(all), unit: 'kB br', note: 'goal 110'},
  ];
}

/** What holds today; may only go down. One of them holds the few lines of the bundler, since what the sections need is one file instead of thirty. */
const FILES = 9;

function size(file: string): number {
  return brotliKb(`${APP}${file}`);
}

/** Without folder and hash. */
function bareName(file: string): string {
  return file.replace(/^assets\//, '').replace(/-[\w-]{8}\./, '.');
}
