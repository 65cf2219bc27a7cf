import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

test('hands on the body of a DELETE', async () => {
  const { call, contactId } = await arrange();
  await call('POST', `/contacts/${contactId}/tags`, { body: { tags: ['kept', 'gone'] } });
  const answer = await call('DELETE', `/contacts/${contactId}/tags`, { body: { tags: ['gone'] } });
  const { tags } = (await answer.json()) as { tags: string[] };
  expect(tags).toContain('kept');
  expect(tags).not.toContain('gone');
});
