import { readFields } from '../../../engine/contact-values.ts';
import { operation } from '../../../engine/operation.ts';
import type { Ports } from '../../../engine/ports.ts';
import { lookAt } from '../../../engine/sync-contact.ts';
import { readCells } from '../../../sync/plan.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import type { Row } from '../../section/port.ts';
import type { Outbox } from '../outbox.ts';

type RowRef = Pick<Row, 'contactId' | 'rowId'>;

/** What was on the screen when a person chose, in the terms of the field. */
export interface SeenSides {
  cell: string;
  highlevel: string;
}

/** The operation that gives HighLevel, and the cell, a value that a person chose. */
export const giveToHighLevel = (
  { contactId, rowId }: RowRef,
  field: FieldRef,
  text: string,
  seen: SeenSides,
  origin: 'conflict' | 'grid' = 'conflict',
) =>
  operation({
    kind: 'field',
    target: { contactId, rowId },
    want: { [field]: text },
    seen: { highlevel: { [field]: [seen.highlevel] }, cells: { [field]: seen.cell } },
    origin,
  });

/** Gives the cell what HighLevel has, provided both still hold what the person saw. Throws what either side throws. */
export function giveToGrist(
  { ports, outbox }: { ports: Ports; outbox: Outbox },
  { contactId, rowId }: RowRef,
  field: FieldRef,
  seen: SeenSides,
): Promise<void> {
  return outbox.run(contactId, async () => {
    const look = await lookAt(ports, { contactId, rowIds: [rowId] });
    const [row] = look?.rows ?? [];
    if (!look || !row) return;
    const { rules, context, customFields } = look.mapping;
    const cell = readCells(row.cells, rules, context)[field] ?? undefined;
    const before = readFields(look.contact, rules.keys(), customFields);
    if (cell !== seen.cell || before[field] !== seen.highlevel) return;
    const chosen = operation({
      kind: 'field',
      target: { contactId, rowId },
      want: { [field]: seen.highlevel },
      seen: { highlevel: { [field]: [seen.highlevel] }, cells: { [field]: cell } },
      origin: 'conflict',
      status: 'following',
      progress: { before: [before, { [field]: cell }], follows: [field] },
    });
    await outbox.carry(chosen, { known: { contact: look.contact, row } });
  });
}
