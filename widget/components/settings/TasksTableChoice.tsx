import { useId, useState } from 'preact/hooks';
import type { TableChoice } from '../../../grist/structure.ts';
import type { TasksTable } from '../../../grist/tasks-table.ts';
import type { SettingsMessages } from '../../i18n/en/settings.ts';
import type { Panel } from '../../store/view.ts';
import { Select } from '../parts/Select.tsx';

interface TasksTableChoiceProps {
  panel: Pick<Panel, 'readOnly' | 'settings'>;
  words: SettingsMessages['tasks'];
}

/** Chooses the table whose rows are ticked with tasks. The choice takes effect when it is complete. */
export function TasksTableChoice({ panel, words }: TasksTableChoiceProps) {
  const read = panel.settings.tables.value;
  const tables = read ?? [];
  const [picked, setPicked] = useState<TasksTable | null>();
  const chosen = picked === undefined ? panel.settings.tasksTable.value : picked;
  const table = tables.find(({ tableId }) => tableId === chosen?.tableId);
  const disabled = panel.readOnly.value;

  const pick = (next: TasksTable | null) => {
    setPicked(next);
    if (!next || (next.idColumn && next.doneColumn)) panel.settings.chooseTasksTable(next);
  };
  if (!read) return <p role="status">{words.reading}</p>;
  if (tables.length === 0) return <p>{words.noTables}</p>;

  return (
    <>
      <Choice
        label={words.table}
        value={chosen?.tableId ?? ''}
        none={words.none}
        options={tables.map(({ tableId }) => ({ value: tableId, label: tableId.replaceAll('_', ' ') }))}
        disabled={disabled}
        onPick={(tableId) => pick(guess(tables.find((choice) => choice.tableId === tableId)))}
      />
      {chosen && table && (
        <>
          <Choice
            label={words.idColumn}
            value={chosen.idColumn}
            none={words.chooseColumn}
            options={columnsOf(table, idTypes)}
            disabled={disabled}
            onPick={(idColumn) => pick({ ...chosen, idColumn })}
          />
          <Choice
            label={words.doneColumn}
            value={chosen.doneColumn}
            none={words.chooseColumn}
            options={columnsOf(table, doneTypes)}
            disabled={disabled}
            onPick={(doneColumn) => pick({ ...chosen, doneColumn })}
          />
          {!(chosen.idColumn && chosen.doneColumn) && <p role="status">{words.columnMissing}</p>}
        </>
      )}
    </>
  );
}

const idTypes = ['Text', 'Choice', 'Any'];
const doneTypes = ['Bool'];

const columnsOf = (table: TableChoice, types: readonly string[]) =>
  table.columns
    .filter(({ type }) => types.includes(type))
    .map(({ colId, label }) => ({ value: colId, label: label || colId }));

/** Guesses a table's columns by their names; the only column of its type is chosen under any name. */
function guess(table: TableChoice | undefined): TasksTable | null {
  if (!table) return null;
  const find = (types: readonly string[], name: RegExp) => {
    const columns = columnsOf(table, types);
    return (columns.find(({ value }) => name.test(value)) ?? (columns.length === 1 ? columns[0] : undefined))?.value;
  };
  return {
    tableId: table.tableId,
    idColumn: find(idTypes, /(^|_)(task_?id|highlevel_?id|ghl_?id|id)$/i) ?? '',
    doneColumn: find(doneTypes, /done|complete|closed|finished/i) ?? '',
  };
}

interface ChoiceProps {
  label: string;
  value: string;
  none: string;
  options: readonly { value: string; label: string }[];
  disabled: boolean;
  onPick: (value: string) => void;
}

function Choice({ label, value, none, options, disabled, onPick }: ChoiceProps) {
  const id = useId();
  return (
    <div class="lab">
      <label for={id}>{label}</label>
      <Select
        id={id}
        value={value}
        choices={[{ value: '', label: none }, ...options]}
        disabled={disabled}
        onPick={onPick}
      />
    </div>
  );
}
