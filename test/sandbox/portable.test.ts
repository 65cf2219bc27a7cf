import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Every file that is loaded with this one, and the packages that they name. */
function reached(entry: string) {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, type, name] of readFileSync(file, 'utf8').matchAll(/import\s+(type\s)?[^;'"]*?from '([^']+)'/g)) {
      if (type) continue;
      if (name?.startsWith('.')) visit(join(dirname(file), name));
      else packages.add(name ?? '');
    }
  };
  visit(entry);
  return { files, packages };
}

test('the sandbox imports nothing of Node, so that a page can run it', () => {
  const { files, packages } = reached('sandbox/app.ts');
  expect(files.size).toBeGreaterThan(40);
  expect([...files].filter((file) => !existsSync(file))).toEqual([]);
  expect([...packages].filter((name) => !name.startsWith('hono'))).toEqual([]);
  const globals = /\b(process|Buffer|__dirname|require)\b[.(]/;
  expect([...files].filter((file) => globals.test(readFileSync(file, 'utf8')))).toEqual([]);
});
