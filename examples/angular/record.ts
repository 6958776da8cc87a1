import {InjectionToken} from '@angular/core';
import type {Transport} from 'isp-panel/transport';

/** The way to the record system. */
export const RECORD = new InjectionToken<Transport>('record');
