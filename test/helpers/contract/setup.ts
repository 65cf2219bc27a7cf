import { afterEach, vi } from 'vitest';
import { hasSpec } from './spec.ts';
import { findings, watch } from './watch.ts';

/** Every sandbox that a test creates is validated; the test fails with the violations. */
vi.mock('../../../sandbox/app.ts', async (original) => {
  const module = await original<typeof import('../../../sandbox/app.ts')>();
  if (!hasSpec) return module;
  return {
    ...module,
    createSandbox: (...args: Parameters<typeof module.createSandbox>) => watch(module.createSandbox(...args)),
  };
});

afterEach(async () => {
  const found = await findings();
  if (found.length > 0) throw new Error(`Not as HighLevel specifies it:\n${found.join('\n')}`);
});
