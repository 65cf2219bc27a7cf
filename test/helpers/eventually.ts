import { expect } from 'vitest';

/**
 * Looks again and again until it is so; on a busy machine Grist's Python engine alone takes seconds to start. Not so often that the
 * looks use up HighLevel's window.
 */
export const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { interval: 250 });
