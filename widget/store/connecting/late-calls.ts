import { lazy } from '../lazy.ts';
import type { Calls } from './calls.ts';

type AnyCall = (...args: unknown[]) => Promise<unknown>;

/** Calls that wait for their code: the row's own values are painted without it. A failed load is tried again. */
export function createLateCalls(load: () => Promise<Calls>): Calls {
  const loaded = lazy(load);
  return new Proxy({} as Calls, {
    get:
      (_, name: keyof Calls) =>
      async (...args: unknown[]) =>
        ((await loaded())[name] as AnyCall)(...args),
  });
}
