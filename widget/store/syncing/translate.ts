import { computed, type ReadonlySignal } from '@preact/signals';
import type { Values } from '../../../sync/cells.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import { toField, toGrist } from '../../../sync/transforms/transform.ts';
import type { Transform, TransformContext } from '../../../sync/transforms/types.ts';
import type { Row, Section } from '../../section/port.ts';

type Told = Pick<Section, 'readRow' | 'writeRow' | 'mapped' | 'options' | 'setOptions'>;

/** A cell cannot say what its field holds, e.g. an owner whose name the document's column does not know. */
function cannotSay(field: FieldRef): Error {
  return Object.assign(new Error(`The column of ${field} cannot say this value`), {
    name: 'GristError',
    code: 'unknown',
  });
}

/** Puts a section into the terms of fields: rows are read, and cells written, through the transforms of the columns. */
export function translate(section: Told, context: () => TransformContext) {
  const transforms = computed(
    (): ReadonlyMap<FieldRef, Transform> =>
      new Map(
        (section.options.value.sync?.bindings ?? [])
          .filter(({ transform }) => transform.kind !== 'as-is')
          .map(({ field, transform }) => [field, transform]),
      ),
  );

  /** A text that the field cannot hold says nothing. */
  function toFields(row: Row): Row {
    const values: Partial<Record<FieldRef, string>> = { ...row.values };
    for (const [field, transform] of transforms.value) {
      const text = values[field];
      if (text === undefined) continue;
      const value = toField(transform, text, context());
      if (value === undefined) delete values[field];
      else values[field] = value;
    }
    return { ...row, values };
  }

  function toCells(values: Values): Values {
    return Object.fromEntries(
      (Object.entries(values) as [FieldRef, string][]).map(([field, value]) => {
        const transform = transforms.peek().get(field);
        const text = transform ? toGrist(transform, value, context()) : value;
        if (text === undefined) throw cannotSay(field);
        return [field, text];
      }),
    );
  }

  return {
    section: {
      ...section,
      readRow: async (rowId: number) => {
        const row = await section.readRow(rowId);
        return row && toFields(row);
      },
      writeRow: async (rowId: number, contactId: string, values: Values, description: string) =>
        section.writeRow(rowId, contactId, toCells(values), description),
    } satisfies Told,
    toFields,
    rowOf: (row: ReadonlySignal<Row | null>): ReadonlySignal<Row | null> =>
      computed(() => row.value && toFields(row.value)),
    /** Does any column need this kind of transform? */
    needs: (kind: Transform['kind']) => computed(() => [...transforms.value.values()].some((one) => one.kind === kind)),
  };
}
