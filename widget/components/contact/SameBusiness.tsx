import type { TargetedKeyboardEvent } from 'preact';
import { useCallback, useId, useRef, useState } from 'preact/hooks';
import type { FieldsMessages } from '../../i18n/en/fields.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { BusinessContact, ContactWork } from '../../store/views/contact.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLoading } from '../parts/use-loaded.ts';
import { contactLink } from './identity.ts';
import '../parts/Menu.css';

interface SameBusinessProps {
  panel: Pick<Panel, 'contact' | 'directory' | 'settings'>;
  work: ContactWork;
  businessId: string;
  name: string;
  words: FieldsMessages;
}

/** A button that lists the other contacts of a business, with links to their pages in HighLevel. */
export function SameBusiness({ panel, work, businessId, name, words }: SameBusinessProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };
  return (
    <div class="field">
      <dt />
      <dd ref={root} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
        <span class="people">
          <button
            ref={button}
            type="button"
            class="link"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            {words.others}
          </button>
        </span>
        {open && (
          <section id={id} class="menu business-contacts" aria-label={words.othersOf(name)}>
            <ContactList panel={panel} work={work} businessId={businessId} words={words} />
          </section>
        )}
      </dd>
    </div>
  );
}

function ContactList({ panel, work, businessId, words }: Omit<SameBusinessProps, 'name'>) {
  const { noName } = useMessages();
  const loading = useLoading(useCallback(() => work.sameBusiness(businessId), [work, businessId]));
  if (!loading.value) return <p class="picker-none">{loading.failed ? words.unread : words.reading}</p>;
  if (loading.value.length === 0) return <p class="picker-none">{words.noOthers}</p>;
  return (
    <ul>
      {loading.value.map((contact) => (
        <li key={contact.contactId}>
          <a
            class="business-contact"
            href={contactLink(panel, contact.contactId)}
            target="_blank"
            rel="noopener noreferrer"
            title={panel.settings.domain.value}
          >
            <span class="clip">{contact.name || contact.email || noName}</span>
            <small class="clip">
              {[rowsOf(contact, words), contact.name && contact.email].filter(Boolean).join(' · ')}
            </small>
            <Icon name="open" size={14} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The contact's rows in this table. They are not links, because a widget can only move its own cursor in Grist. */
function rowsOf({ rowIds }: BusinessContact, words: FieldsMessages): string {
  const [first, ...rest] = rowIds;
  if (first === undefined) return '';
  return rest.length === 0 ? words.inRow(first) : words.inRows(rowIds.join(', '));
}
