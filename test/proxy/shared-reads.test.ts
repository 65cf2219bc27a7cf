import { expect, test } from 'vitest';
import { createCoalescing } from '../../proxy/rate-limit/coalesce.ts';
import { arrange } from './arrange.ts';

const never = new AbortController().signal;

test('the same read, asked ten times at once, is asked of HighLevel once', async () => {
  const { call, sandbox, sent, contactId } = await arrange();
  sandbox.faults.add('latency', { ms: 100, times: 1 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => call('GET', `/contacts/${contactId}`)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(sent).toHaveLength(1);
});

test('who asks after a write is not answered from before it', async () => {
  const { call, sandbox, contactId } = await arrange();
  sandbox.faults.add('latency', { ms: 50, times: 1, method: 'GET' });
  const before = call('GET', `/contacts/${contactId}`);
  await call('PUT', `/contacts/${contactId}`, { body: { city: 'Leeds' } });
  const after = (await (await call('GET', `/contacts/${contactId}`)).json()) as { contact: { city: string } };
  expect(after.contact.city).toBe('Leeds');
  await before;
});

test('a read goes on while one of its askers still waits', async () => {
  const reads = createCoalescing<string>();
  const gone = new AbortController();
  let given = false;
  const work = (signal: AbortSignal) =>
    new Promise<string>((resolve) => {
      signal.addEventListener('abort', () => {
        given = true;
      });
      setTimeout(resolve, 20, 'answer');
    });
  const left = reads.run('L a', gone.signal, work);
  const stays = reads.run('L a', never, work);
  gone.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  expect(await stays).toBe('answer');
  expect(given).toBe(false);
});

test('a read is given up when all its askers are gone', async () => {
  const reads = createCoalescing<string>();
  const [one, two] = [new AbortController(), new AbortController()];
  let given = false;
  const work = (signal: AbortSignal) =>
    new Promise<string>(() => {
      signal.addEventListener('abort', () => {
        given = true;
      });
    });
  const answers = [reads.run('L a', one.signal, work), reads.run('L a', two.signal, work)];
  one.abort();
  two.abort();
  await Promise.allSettled(answers);
  expect(given).toBe(true);
});
