/**
 * Joins calls that are made in the same turn of the event loop into one: each caller gets its own part of the answer. It lets
 * many operations run side by side as if alone, and still write one bundle.
 */
export function coalesce<Item, Answer>(
  run: (items: readonly Item[]) => Promise<Answer>,
): (items: readonly Item[]) => Promise<Answer> {
  let waiting: { items: readonly Item[]; resolve(answer: Answer): void; reject(error: unknown): void }[] = [];

  function flush() {
    const due = waiting;
    waiting = [];
    run(due.flatMap(({ items }) => items)).then(
      (answer) => {
        for (const { resolve } of due) resolve(answer);
      },
      (error: unknown) => {
        for (const { reject } of due) reject(error);
      },
    );
  }

  return (items) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(flush);
      waiting.push({ items, resolve, reject });
    });
}
