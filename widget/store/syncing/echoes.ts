/** What the proxy tells everybody about. */
export type Told = 'base' | 'activity';

/** Knows which of the proxy's events only repeat what this page did itself. */
export interface Echoes {
  /** This page is about to do something of which everybody is told. */
  expect(kind: Told, contactId: string): void;
  /** Answers whether an event is an echo, each once. */
  isOwn(kind: Told, contactId: string): boolean;
}

/** Milliseconds after which an echo that was lost is no longer waited for. */
const patience = 5_000;

export function createEchoes(): Echoes {
  const due = new Map<string, number[]>();
  const left = (name: string) => (due.get(name) ?? []).filter((until) => until > Date.now());
  const keep = (name: string, times: number[]) => void (times.length > 0 ? due.set(name, times) : due.delete(name));

  return {
    expect: (kind, contactId) => {
      const name = `${kind} ${contactId}`;
      keep(name, [...left(name), Date.now() + patience]);
    },
    isOwn: (kind, contactId) => {
      const name = `${kind} ${contactId}`;
      const [first, ...others] = left(name);
      keep(name, others);
      return first !== undefined;
    },
  };
}
