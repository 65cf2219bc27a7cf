import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { commands, commandsFor } from '../../../widget/components/commands/registry.ts';
import type { Screen } from '../../../widget/store/view.ts';
import { createFakePanel } from '../../helpers/fake-panel.ts';
import { row } from '../../helpers/fake-panel-data.ts';

const failure = { side: 'highlevel', code: 'unreachable', retryable: true } as const;
const screens: Screen[] = [
  { kind: 'booting' },
  { kind: 'outside-grist' },
  { kind: 'no-access', level: 'none' },
  { kind: 'unmapped' },
  { kind: 'no-row' },
  { kind: 'new-row' },
  { kind: 'unlinked', row },
  { kind: 'unknown-contact', row },
  { kind: 'change-link', row },
  { kind: 'refused', failure },
  { kind: 'settings' },
  { kind: 'contact' },
];

test('each command has one name', () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
});

test.each(screens)('on the screen $kind no two commands share a key', (shown) => {
  const keys = commandsFor(createFakePanel({ screen: signal(shown) })).flatMap(({ keys }) => keys);
  expect(keys).toEqual([...new Set(keys)]);
});

test.each(screens)('on the screen $kind a person can list the commands and the keys', (shown) => {
  const names = commandsFor(createFakePanel({ screen: signal(shown) })).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['palette', 'shortcuts', 'back']));
});
