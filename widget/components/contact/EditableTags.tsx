import { useRef, useState } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import { FieldNote } from '../fields/FieldNote.tsx';
import { linesOf } from '../fields/field-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { Lazy } from '../parts/Lazy.tsx';
import { loadConflictCard } from '../parts/lazy-parts.ts';
import { Mark } from '../parts/Mark.tsx';
import { MoreIcon } from '../parts/MoreIcon.tsx';
import { TagPicker } from './TagPicker.tsx';
import './Methods.css';
import '../parts/chips.css';

interface EditableTagsProps {
  panel: Pick<Panel, 'now' | 'readOnly' | 'contact' | 'fields' | 'contactWork'>;
  tags: readonly string[];
}

/** The contact's tags, with buttons that remove and add tags. */
export function EditableTags({ panel, tags: initial }: EditableTagsProps) {
  const { contact } = useMessages();
  const words = useFieldsMessages();
  const [adding, setAdding] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const field = panel.fields.more.value.find(({ key }) => key === 'tags');
  const tags = [...new Set(field?.editable === true ? linesOf(field.value) : initial)];
  const mayChange = field?.editable === true && words !== undefined;
  if (tags.length === 0 && !mayChange) return null;
  // Until the contact is loaded, placeholders reserve the space of the buttons, so that the layout does not shift.
  const isLoading = !mayChange && !panel.readOnly.value && !panel.contact.value.data;

  const focusOn = (selector: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus());
  const save = (next: readonly string[]) => panel.fields.save('tags', next.join('\n'));
  const remove = (tag: string) => {
    save(tags.filter((other) => other !== tag));
    // The focused button is removed, so the next tag gets the focus, or else the button that adds one.
    focusOn(`.chip-x[data-at="${Math.min(tags.indexOf(tag), tags.length - 2)}"], .chip--add`);
  };
  const close = (back: boolean) => {
    setAdding(false);
    if (back) focusOn('.chip--add');
  };
  const textOf = (text: string) => linesOf(text).join(', ');

  return (
    <div ref={box} class="tags-box">
      <div class="tags">
        {tags.length > 0 && (
          <ul class="tags-list" aria-label={contact.tags}>
            {tags.map((tag, at) => (
              <li key={tag} class={mayChange || isLoading ? 'chip chip--cut' : 'chip'}>
                <span>{tag}</span>
                {isLoading && <span class="chip-x" />}
                {mayChange && (
                  <button
                    type="button"
                    class="chip-x"
                    data-at={at}
                    aria-label={words.removeTag(tag)}
                    onClick={() => remove(tag)}
                  >
                    <Icon name="close" size={12} />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayChange && adding && <TagPicker panel={panel} words={words} tags={tags} onChange={save} onClose={close} />}
        {mayChange && !adding && (
          <button type="button" class="chip chip--add" aria-label={words.addTag} onClick={() => setAdding(true)}>
            <MoreIcon name="plus" size={12} />
            {words.tag}
          </button>
        )}
        {isLoading && (
          <span class="chip chip--add chip--awaited" aria-hidden="true">
            <MoreIcon name="plus" size={12} />
            {words?.tag}
          </span>
        )}
        {field && <Mark mark={field.mark} />}
      </div>
      {field && <FieldNote panel={panel} field={field} label={contact.tags} textOf={textOf} editing={false} />}
      {field?.conflict && (
        <Lazy
          load={loadConflictCard}
          props={{
            panel,
            field,
            textOf,
            conflict: field.conflict,
            label: contact.tags,
            onType: () => setAdding(true),
          }}
        />
      )}
    </div>
  );
}
