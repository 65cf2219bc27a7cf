import { expect, test } from 'vitest';
import { type Endpoint, endpoints } from '../../proxy/allow-list.ts';
import { arrange, errorOf } from './arrange.ts';

const named = (endpoint: Endpoint) => ({ ...endpoint, toString: () => `${endpoint.method} ${endpoint.path}` });

test.each(endpoints.map(named))('hands on $method $path', async ({ method, path }) => {
  const { call, sent, locationId } = await arrange();
  const filled = path.replace('{locationId}', locationId).replaceAll(/\{\w+\}/g, 'ocQHyuzHvysMo5N5VsXc');
  await call(method, filled, method === 'GET' ? {} : { body: {} });
  expect(sent.map((request) => `${request.method} ${request.url.pathname}`)).toEqual([`${method} ${filled}`]);
});

test.each([
  ['GET', '/'],
  ['POST', '/oauth/token'],
  ['GET', '/opportunities/search'],
  ['PATCH', '/contacts/ocQHyuzHvysMo5N5VsXc'],
  ['HEAD', '/contacts/ocQHyuzHvysMo5N5VsXc'],
  ['OPTIONS', '/contacts/ocQHyuzHvysMo5N5VsXc'],
  ['GET', '/contacts'],
  ['GET', '/contacts/ocQHyuzHvysMo5N5VsXc/'],
  ['POST', '/contacts/ocQHyuzHvysMo5N5VsXc/campaigns/1'],
  ['PUT', '/locations/ocQHyuzHvysMo5N5VsXc'],
  ['POST', '/users/'],
])('knows no %s %s', async (method, path) => {
  const { call, sent } = await arrange();
  const answer = await call(method, path);
  expect(answer.status).toBe(404);
  if (method !== 'HEAD') expect(await errorOf(answer)).toMatchObject({ code: 'not-found' });
  expect(sent).toEqual([]);
});
