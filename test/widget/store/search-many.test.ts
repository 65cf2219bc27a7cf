import { expect, test } from 'vitest';
import type { Note } from '../../../highlevel/notes.ts';
import { matcher, noteItem } from '../../../widget/store/timeline/entries.ts';

/** Notes that count how often their bodies are read. */
function countedNotes(count: number) {
  const read = { times: 0 };
  const items = Array.from({ length: count }, (_, index) =>
    noteItem({
      ...{ id: `n${index}`, contactId: 'c', title: `Note ${index}`, author: '', dateAdded: index },
      get body() {
        read.times += 1;
        return '<p>Résumé</p>';
      },
      ...{ pinned: false, color: '' },
    } satisfies Note),
  );
  return { items, read };
}

const find = (items: ReturnType<typeof countedNotes>['items'], text: string) => {
  const matches = matcher(text);
  return items.filter(({ entry }) => matches(entry)).map(({ entry }) => entry.id);
};

test('letters typed one by one read each of 5,000 texts once', () => {
  const { items, read } = countedNotes(5000);
  for (const text of ['r', 're', 'res', 'resume', 'resume 4999']) find(items, text);
  expect(read.times).toBe(5000);
});

test('without a search no text is read', () => {
  const { items, read } = countedNotes(5000);
  expect(find(items, ' ')).toHaveLength(5000);
  expect(read.times).toBe(0);
});

test('a text that changed is searched as it is now', () => {
  const [old, changed] = ['Oak', 'Linen'].map((body) =>
    noteItem({ id: 'n', contactId: 'c', title: '', body, author: '', dateAdded: 1, pinned: false, color: '' }),
  );
  expect(find([old!], 'oak')).toEqual(['n']);
  expect(find([changed!], 'oak')).toEqual([]);
  expect(find([changed!], 'linen')).toEqual(['n']);
});
