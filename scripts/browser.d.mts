import type {Browser, LaunchOptions} from 'puppeteer-core';

export interface Choice {
  readonly forcedColors?: boolean;
  readonly ownPages?: boolean;
}

export const BROWSER: 'chromium' | 'firefox' | 'webkit';
export const BROWSER_FLAGS: string[];
export function startBrowser(choice?: Choice): Promise<Browser>;
export function findBrowser(first?: 'packaged' | 'installed'): Promise<string>;
export function launchOptions(choice?: Choice): Promise<LaunchOptions>;
