import { expect, test } from 'vitest';
import { outcomeOf } from '../../highlevel/outcome.ts';

const outcome = (status: number, body: string) => outcomeOf({ status, body, headers: new Headers() });
const refusal = (message: string) => JSON.stringify({ statusCode: 0, message });
const statuses = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test.each(statuses(200, 299))('%i with JSON is settled, and with a web page unknown', (status) => {
  expect(outcome(status, '{"note":{"id":"n1"}}')).toBe('settled');
  expect(outcome(status, '')).toBe('settled');
  expect(outcome(status, '<h1>Welcome</h1>')).toBe('unknown');
});

test.each([...statuses(100, 199), ...statuses(300, 399), 408, ...statuses(500, 599)])('%i is unknown', (status) => {
  expect(outcome(status, refusal('Anything'))).toBe('unknown');
  expect(outcome(status, '')).toBe('unknown');
  expect(outcome(status, '<h1>Error</h1>')).toBe('unknown');
});

test.each(statuses(400, 499).filter((status) => status !== 408))('%i in words of HighLevel is refused', (status) => {
  expect(outcome(status, refusal('The request is not as expected'))).toBe('refused');
});

test('a 401 leaves the outcome unknown only when a gateway failed', () => {
  expect(outcome(401, refusal('Command timed out'))).toBe('unknown');
  expect(outcome(401, refusal('Invalid JWT'))).toBe('refused');
  expect(outcome(401, '')).toBe('refused');
});

test('a 404 leaves the outcome unknown only without a message of HighLevel', () => {
  expect(outcome(404, '')).toBe('unknown');
  expect(outcome(404, '<h1>404</h1>')).toBe('unknown');
  expect(outcome(404, refusal('Cannot POST /contacts/'))).toBe('refused');
});
