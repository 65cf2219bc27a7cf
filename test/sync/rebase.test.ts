import { expect, test } from 'vitest';
import { rebaseItems } from '../../sync/rebase.ts';

test('what others did to a list meanwhile stays', () => {
  expect(rebaseItems('a\nb', 'a\nc', 'a\nb\nd')).toBe('a\nd\nc');
});

test('what others took away does not come back', () => {
  expect(rebaseItems('a\nb', 'a\nb\nc', 'a')).toBe('a\nc');
});

test('what others added or took away likewise is done once', () => {
  expect(rebaseItems('a\nb', 'a\nC', 'a\nc')).toBe('a\nc');
  expect(rebaseItems('', 'a', '')).toBe('a');
});
