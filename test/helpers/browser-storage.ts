import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { onTestFinished, vi } from 'vitest';
import { createFakeLocks } from './fake-locks.ts';

/** Gives the test a browser that keeps things: an empty database and locks of its own, gone when the test is over. */
export function lendStorage(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
  Object.defineProperty(navigator, 'locks', { value: createFakeLocks(), configurable: true });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'locks');
  });
}

/** What the browser does with a tab's own storage when the tab is closed. */
export const forgetTab = (): void => sessionStorage.clear();
