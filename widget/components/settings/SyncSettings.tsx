import { useId, useState } from 'preact/hooks';
import type { ConflictRule, Direction } from '../../../sync/merge.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import { describe } from '../../../sync/transforms/describe.ts';
import type { Transform } from '../../../sync/transforms/types.ts';
import type { SettingsMessages } from '../../i18n/en/settings.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { BindingView, MappingStore } from '../../store/views/sync.ts';
import { ColumnIssue } from '../fields/ColumnIssue.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { fieldName } from './field-name.ts';
import './SyncSettings.css';

type Words = SettingsMessages['sync'];

const directions: readonly Direction[] = ['both', 'to-highlevel', 'to-grist'];
const rules: readonly ConflictRule[] = ['ask', 'grist', 'highlevel'];

/** The mapping of columns and fields, its direction, and the rule for conflicts. */
export function SyncSettings({ panel, words }: { panel: Pick<Panel, 'readOnly' | 'settings'>; words: Words }) {
  const mapping = useLoaded(panel.settings.mapping);
  const bindings = mapping?.bindings.value;
  const [guessed, setGuessed] = useState<readonly string[] | null>(null);
  const disabled = panel.readOnly.value;
  return (
    <>
      <section class="block" aria-labelledby="settings-columns">
        <h2 id="settings-columns">{words.columns}</h2>
        {mapping && bindings ? (
          <>
            {bindings.length === 0 && (
              <p>
                <Marked text={words.none} />
              </p>
            )}
            <ul class="columns">
              {bindings.map((binding) => (
                <Column key={binding.field} binding={binding} mapping={mapping} words={words} disabled={disabled} />
              ))}
            </ul>
            <AddColumn mapping={mapping} words={words} disabled={disabled} />
            <button type="button" class="btn" disabled={disabled} onClick={() => setGuessed(mapping.guess())}>
              {words.guess}
            </button>
            {guessed && <p role="status">{guessed.length > 0 ? words.guessed(guessed) : words.guessedNone}</p>}
          </>
        ) : (
          <p role="status">{words.reading}</p>
        )}
      </section>
      {mapping && (
        <section class="block" aria-labelledby="settings-both">
          <h2 id="settings-both">{words.both}</h2>
          {rules.map((rule) => (
            <label key={rule} class="choice">
              <input
                type="radio"
                class="check check--one"
                name="conflict-rule"
                disabled={disabled}
                checked={mapping.conflictRule.value === rule}
                onChange={() => mapping.decideBy(rule)}
              />
              <span>
                {words.rules[rule].title}
                <small>{words.rules[rule].text}</small>
              </span>
            </label>
          ))}
          <label class="choice">
            <input
              type="checkbox"
              class="check"
              disabled={disabled}
              checked={mapping.automatic.value}
              onChange={() => mapping.setAutomatic(!mapping.automatic.value)}
            />
            <span>
              {words.automatic.title}
              <small>{words.automatic.text}</small>
            </span>
          </label>
        </section>
      )}
    </>
  );
}

interface ColumnProps {
  binding: BindingView;
  mapping: MappingStore;
  words: Words;
  disabled: boolean;
}

function Column({ binding, mapping, words, disabled }: ColumnProps) {
  const { fields } = useMessages().contact;
  const field = fieldName(binding.field, binding.fieldLabel, words, fields);
  const example = binding.preview.find(({ text, becomes }) => becomes !== null && becomes !== text);
  return (
    <li class="column">
      <b>{binding.columnLabel}</b>
      <Select
        label={words.direction(binding.columnLabel)}
        disabled={disabled || binding.fixed !== null || binding.direction === null}
        value={binding.direction ?? 'none'}
        choices={(binding.direction ? directions : (['none'] as const)).map((value) => ({
          value,
          label: words.directions[value],
        }))}
        onPick={(direction) => mapping.change(binding.field, { direction: direction as Direction })}
      />
      <span>{field}</span>
      <button
        type="button"
        class="ib"
        disabled={disabled}
        aria-label={words.reset(binding.columnLabel)}
        title={words.reset(binding.columnLabel)}
        onClick={() => mapping.remove(binding.field)}
      >
        <Icon name="close" size={14} />
      </button>
      {binding.alternatives.length > 0 && (
        <HowRead binding={binding} mapping={mapping} words={words} disabled={disabled} />
      )}
      {(binding.alternatives.length === 0 || example) && (
        <small>
          {binding.alternatives.length === 0 && transformWords(binding.transform, words)}
          {example && `${binding.alternatives.length === 0 ? ': ' : ''}${example.text} → ${example.becomes}`}
        </small>
      )}
      {binding.fixed && <small>{binding.fixed === 'computed' ? words.computed : words.onlyReads}</small>}
      {binding.onConflict !== mapping.conflictRule.value && (
        <small>
          {words.rules[binding.onConflict].title}{' '}
          <button
            type="button"
            class="link"
            disabled={disabled}
            onClick={() => mapping.change(binding.field, { onConflict: mapping.conflictRule.peek() })}
          >
            {words.likeAll(binding.columnLabel)}
          </button>
        </small>
      )}
      {binding.problems.map((problem, index) => (
        <small key={problem.code} class="column-warns">
          <ColumnIssue
            problem={problem}
            column={binding.columnLabel}
            field={field}
            remedy={index === 0 && !disabled ? binding.remedy : null}
            onChangeType={(to) => mapping.changeType(binding.field, to)}
          />
        </small>
      ))}
    </li>
  );
}

/** How the texts of a column are meant, where they may be meant in several ways. */
function HowRead({ binding, mapping, words, disabled }: ColumnProps) {
  const keyOf = (transform: Transform) => JSON.stringify(Object.entries(transform).sort());
  const choices = binding.alternatives.map((transform) => ({
    value: keyOf(transform),
    label: transformWords(transform, words),
  }));
  const own = keyOf(binding.transform);
  const isListed = !binding.isAmbiguous && choices.some(({ value }) => value === own);
  const other = {
    value: isListed ? own : '',
    label: binding.isAmbiguous ? words.choose : transformWords(binding.transform, words),
  };
  return (
    <Select
      label={words.howRead(binding.columnLabel)}
      disabled={disabled}
      value={other.value}
      choices={isListed ? choices : [other, ...choices]}
      onPick={(picked) => {
        const transform = binding.alternatives.find((one) => keyOf(one) === picked);
        if (transform) mapping.change(binding.field, { transform });
      }}
    />
  );
}

function AddColumn({ mapping, words, disabled }: Omit<ColumnProps, 'binding'>) {
  const { fields } = useMessages().contact;
  const [colId, setColId] = useState('');
  const id = useId();
  const free = mapping.freeColumns.value;
  if (free.length === 0) return <p>{words.addHow}</p>;
  const none = { value: '', label: words.choose };
  return (
    <div class="column-add">
      <div class="lab">
        <label for={`${id}column`}>{words.column}</label>
        <Select
          id={`${id}column`}
          disabled={disabled}
          value={colId}
          choices={[none, ...free.map((column) => ({ value: column.colId, label: column.label }))]}
          onPick={setColId}
        />
      </div>
      <div class="lab">
        <label for={`${id}field`}>{words.field}</label>
        <Select
          id={`${id}field`}
          disabled={disabled || colId === ''}
          value=""
          choices={[
            none,
            ...mapping.freeFields.value.map(({ field, label }) => ({
              value: field,
              label: fieldName(field, label, words, fields),
            })),
          ]}
          onPick={(field) => {
            mapping.add(colId, field as FieldRef);
            setColId('');
          }}
        />
      </div>
    </div>
  );
}

/** Describes how a column's text is converted to a field's value. */
function transformWords(transform: Transform, { how }: Words): string {
  const description = describe(transform);
  switch (description.code) {
    case 'country-by-name':
      return how[description.code](languageName(description.language));
    case 'letters':
      return how.letters[description.letters];
    case 'phone-national':
    case 'phone-e164':
      return how[description.code](description.country);
    case 'date':
      return how.date(description.pattern);
    case 'money':
    case 'number':
      return how.number(description.example);
    case 'boolean':
      return how.boolean(description.yes, description.no);
    case 'choice':
      return how.choice(description.count);
    case 'separated':
      return how.separated(description.separator);
    default:
      return how[description.code];
  }
}

/** A language by its own name. */
const languageName = (language: string) =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
