import type {Browser, LaunchOptions} from 'puppeteer-core';

export const BROWSER: 'chromium' | 'firefox' | 'webkit';
export const BROWSER_FLAGS: string[];
export function startBrowser(choice?: {readonly forcedColors?: boolean}): Promise<Browser>;
export function findBrowser(): Promise<string>;
export function launchOptions(choice?: {readonly forcedColors?: boolean}): Promise<LaunchOptions>;
