import { expect, test, vi } from 'vitest';
import type { Calls } from '../../../widget/store/connecting/calls.ts';
import { createLateCalls } from '../../../widget/store/connecting/late-calls.ts';

const calls = { getTask: async (contactId: string, taskId: string) => `${contactId} ${taskId}` } as unknown as Calls;

test('the code is loaded once, with the first call, and the call goes through', async () => {
  const load = vi.fn(async () => calls);
  const late = createLateCalls(load);
  expect(load).not.toHaveBeenCalled();
  await expect(Promise.all([late.getTask('c', 't'), late.getTask('c', 'u')])).resolves.toEqual(['c t', 'c u']);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a load that failed is tried again with the next call', async () => {
  const load = vi.fn(async () => calls).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const late = createLateCalls(load);
  await expect(late.getTask('c', 't')).rejects.toThrow('Failed to fetch');
  await expect(late.getTask('c', 't')).resolves.toBe('c t');
});
