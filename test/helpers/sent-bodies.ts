import { vi } from 'vitest';
import type { OpenGrist } from './open-grist.ts';

/** The bodies of every PUT of a contact that reaches HighLevel from now on. */
export function bodiesOf({ demo: { sandbox } }: OpenGrist): unknown[] {
  const bodies: unknown[] = [];
  const { fetch } = sandbox;
  vi.spyOn(sandbox, 'fetch').mockImplementation(async (request) => {
    const isContact = request.method === 'PUT' && /\/contacts\/[^/]+$/.test(new URL(request.url).pathname);
    if (isContact) bodies.push(await request.clone().json());
    return fetch(request);
  });
  return bodies;
}
