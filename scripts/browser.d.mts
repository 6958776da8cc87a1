import type {LaunchOptions} from 'puppeteer-core';

export const BROWSER: 'chromium' | 'firefox';
export const BROWSER_FLAGS: string[];
export function findBrowser(): Promise<string>;
export function launchOptions(choice?: {readonly forcedColors?: boolean}): Promise<LaunchOptions>;
