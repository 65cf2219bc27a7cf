import type { FieldKey } from '../../../sync/fields.ts';
import type { CommandsMessages } from '../../i18n/en/commands.ts';
import type { Panel } from '../../store/view.ts';
import { fold, labelOf } from '../fields/field-text.ts';
import { type CommandContext, type CommandGroup, groups, onOwnContact } from './command.ts';
import { pressInDetails } from './press-in-details.ts';
import { commandsFor } from './registry.ts';

/** A line of the command palette. */
export interface Item {
  id: string;
  group: CommandGroup;
  label: string;
  keys: readonly string[];
  /** Whether the command has a target. */
  isReady: boolean;
  run(context: CommandContext): void;
}

/** Lists the commands by group, including those without a target, so that users learn their shortcuts. */
export function itemsAt(
  context: CommandContext,
  words: CommandsMessages,
  fieldNames: Readonly<Record<FieldKey, string>>,
): Item[] {
  const items: Item[] = commandsFor(context.panel)
    .filter(({ name }) => name !== 'palette')
    .map(({ name, group, keys, at }) => ({
      id: name,
      group,
      label: words.names[name],
      keys,
      isReady: at(context) !== null,
      run: (from) => at(from)?.(),
    }));
  const all = [...items, ...fieldItems(context.panel, words, fieldNames)];
  return groups.flatMap((group) => all.filter((item) => item.group === group));
}

/** The items that contain every typed word, ignoring accents and case. */
export function matching(items: readonly Item[], text: string, words: CommandsMessages): Item[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  return items.filter(({ label, group }) => {
    const text = fold(`${label} ${words.groups[group]}`);
    return wanted.every((word) => text.includes(word));
  });
}

function fieldItems(panel: Panel, words: CommandsMessages, fieldNames: Readonly<Record<FieldKey, string>>): Item[] {
  if (!onOwnContact(panel)) return [];
  return [...panel.fields.shown.peek(), ...panel.fields.more.peek()]
    .filter(({ key, label, editable }) => editable === true && (label !== null || key in fieldNames))
    .map((field) => ({
      id: `field-${field.key}`,
      group: 'fields',
      keys: [],
      isReady: true,
      label: words.editField(labelOf(field, fieldNames)),
      run: () => pressInDetails(`[data-field="${field.key}"]`),
    }));
}
