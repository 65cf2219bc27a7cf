import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { Lazy } from '../parts/Lazy.tsx';
import { Bar } from '../screens/Skeleton.tsx';
import { Avatar } from './Avatar.tsx';
import { contactLink, useContactName, useFieldValue } from './identity.ts';
import { loadContactMenu } from './lazy-contact.ts';
import './Header.css';

interface HeaderProps {
  panel: Pick<
    Panel,
    'readOnly' | 'row' | 'contact' | 'fields' | 'directory' | 'linking' | 'settings' | 'refresh' | 'copy'
  >;
}

/** The contact's name, company and owner, and the actions for the contact. */
export function Header({ panel }: HeaderProps) {
  const messages = useMessages();
  const name = useContactName(panel).value;
  const company = useFieldValue(panel, 'companyName').value;
  const owner = panel.directory.users.value.get(useFieldValue(panel, 'assignee').value)?.name ?? '';
  const { data } = panel.contact.value;
  const waiting = !data;
  const [first, ...rest] = owner.split(' ');
  const location = data?.locationId || panel.directory.location.value?.id;
  const contactId = panel.row.value?.contactId;

  return (
    <header class="head">
      {name ? <Avatar name={name} of="contact" /> : <span class={`who who--contact${waiting ? ' sk' : ''}`} />}
      {name || !waiting ? <h1 class="clip">{name || messages.noName}</h1> : <Bar width="128px" height={14} />}
      <div class="head-acts">
        {location && contactId && (
          <a
            class="ib ib--lg"
            href={contactLink(panel, contactId)}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={messages.contact.openInHighLevel}
            title={`${messages.contact.openInHighLevel}: ${panel.settings.domain.value}`}
          >
            <Icon name="open" />
          </a>
        )}
        <Lazy load={loadContactMenu} props={{ panel }} fallback={<span class="ib ib--lg" />} />
      </div>
      <p class="head-sub">
        {company && <span class="head-business clip">{company}</span>}
        {owner && (
          <span class="owner" title={messages.contact.owner}>
            <Icon name="person" size={12} />
            <span class="sr">{messages.contact.owner}: </span>
            {first}
            {rest.length > 0 && <span class="head-owner-rest">&nbsp;{rest.join(' ')}</span>}
          </span>
        )}
        {waiting && !company && !owner && <Bar width="176px" height={10} />}
      </p>
    </header>
  );
}
