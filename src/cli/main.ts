#!/usr/bin/env node
/// <reference types="node" />
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {runCommand} from './count.ts';

const STANDARD_INPUT = 0;

// Whoever reads the output may stop reading (as `head` does).
process.stdout.on('error', () => process.exit());

const ended = await runCommand(process.argv.slice(2), (path) =>
  readFileSync(path === '-' ? STANDARD_INPUT : path, 'utf8'),
);
process.stderr.write(ended.err);
process.stdout.write(ended.out);
process.exitCode = ended.code;
