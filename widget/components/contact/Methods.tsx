import type { ComponentChildren } from 'preact';
import type { DndChannel } from '../../../highlevel/contact.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Lazy } from '../parts/Lazy.tsx';
import { Bar } from '../screens/Skeleton.tsx';
import { CopyButton } from './CopyButton.tsx';
import { closedNames, closedOf } from './closed-channels.ts';
import { useFieldValue } from './identity.ts';
import { loadChannels } from './lazy-contact.ts';
import './Methods.css';

/** The number of methods of the last contact, which estimates the space for the next one. */
let expectedCount = 2;

/** The contact's e-mail addresses and phones, and their do-not-disturb settings. */
export function Methods({ panel }: { panel: Pick<Panel, 'readOnly' | 'contact' | 'fields' | 'copy'> }) {
  const { contact: words } = useMessages();
  const email = useFieldValue(panel, 'email').value;
  const phone = useFieldValue(panel, 'phone').value;
  const contact = panel.contact.value.data;
  const emails = distinct([email, ...(contact?.additionalEmails ?? [])]);
  const phones = distinct([phone, ...(contact?.additionalPhones ?? [])]);
  const known = emails.length + phones.length;
  if (contact) expectedCount = known;
  const missing = contact ? 0 : Math.max(0, expectedCount - known);
  if (known + missing === 0) return null;

  return (
    <div class="methods">
      {emails.map((address, index) => (
        <Method
          key={address}
          icon="mail"
          href={`mailto:${encodeURIComponent(address).replace('%40', '@')}`}
          text={address}
        >
          {index === 0 && <Dnd panel={panel} of={emailChannels} />}
          <CopyButton panel={panel} text={address} label={words.copyEmail} />
        </Method>
      ))}
      {phones.map((number, index) => (
        <Method key={number} icon="phone" href={`tel:${number.replace(/[^\d+]/g, '')}`} text={number}>
          {index === 0 && <Dnd panel={panel} of={phoneChannels} />}
          <CopyButton panel={panel} text={number} label={words.copyPhone} />
        </Method>
      ))}
      {Array.from({ length: missing }, (_, index) => (
        <div key={index} class="method" aria-hidden="true">
          <Bar width="16px" height={16} />
          <Bar width="60%" height={12} />
        </div>
      ))}
    </div>
  );
}

const emailChannels = ['email'] as const;
const phoneChannels = ['call', 'sms', 'whatsApp'] as const;

const distinct = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))];

interface MethodProps {
  icon: IconName;
  href: string;
  text: string;
  children: ComponentChildren;
}

function Method({ icon, href, text, children }: MethodProps) {
  return (
    <div class="method">
      <Icon name={icon} />
      <a class="num clip" href={href}>
        {text}
      </a>
      {children}
    </div>
  );
}

function Dnd({ panel, of }: { panel: Pick<Panel, 'readOnly' | 'contact' | 'fields'>; of: readonly DndChannel[] }) {
  const { dnd } = useMessages().contact;
  const { data } = panel.contact.value;
  if (!data) return null;
  const names = closedNames(closedOf(data, of), of, data.dnd, dnd);
  const pills = names.map((name) => (
    <span key={name} class="pill pill--amber">
      <Icon name="bell" size={12} />
      {name}
    </span>
  ));
  return <Lazy load={loadChannels} props={{ panel, of }} fallback={pills} />;
}
