import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import { Icon } from '../parts/Icon.tsx';
import type { VisibleFields } from './visible-fields.ts';
import './FieldTools.css';

interface FieldToolsProps {
  visibleFields: VisibleFields;
  /** The number of empty fields. */
  empty: number;
}

/** Filters the list of fields: a search by name, and a toggle for empty fields. Both settings persist. */
export function FieldTools({ visibleFields, empty }: FieldToolsProps) {
  const words = useFieldsMessages();
  const { search, withEmpty } = visibleFields;
  const [isOpen, setOpen] = useState(search.value.value !== '');
  const [button, input] = [useRef<HTMLButtonElement>(null), useRef<HTMLInputElement>(null)];
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (isOpen !== wasOpen.current) (isOpen ? input : button).current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!words) return null;

  const close = () => {
    search.set('');
    setOpen(false);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const isSearch = search.value.value !== '';
  return (
    <>
      <span class="sec-aside">
        {empty > 0 && !isSearch && (
          <button
            type="button"
            class="link--muted"
            data-reveal={withEmpty.value.value ? undefined : 'empty'}
            onClick={() => withEmpty.set(!withEmpty.value.value)}
          >
            {withEmpty.value.value ? words.hideEmpty : words.showEmpty(empty)}
          </button>
        )}
        {!isOpen && (
          <button
            ref={button}
            type="button"
            class="ib"
            aria-label={words.searchFields}
            title={words.searchFields}
            data-search-fields
            onClick={() => setOpen(true)}
          >
            <Icon name="search" size={14} />
          </button>
        )}
      </span>
      {isOpen && (
        <div class="search search--fields">
          <Icon name="search" size={14} />
          <input
            ref={input}
            type="search"
            aria-label={words.searchFields}
            placeholder={words.searchFields}
            value={search.value.value}
            onInput={(event: TargetedEvent<HTMLInputElement>) => search.set(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <button
            type="button"
            class="ib"
            aria-label={words.allFields}
            title={words.allFields}
            data-reveal={isSearch ? 'all' : undefined}
            onClick={close}
          >
            <Icon name="close" size={12} />
          </button>
        </div>
      )}
      {isSearch && (
        // CSS shows it if no field matches.
        <p class="field-miss" role="status">
          {words.noField(search.value.value.trim())}
        </p>
      )}
    </>
  );
}
