import type { Attribution, Contact } from '../../../highlevel/contact.ts';
import type { FieldsMessages } from '../../i18n/en/fields.ts';
import { useFormats, useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';

interface OriginProps {
  panel: Pick<Panel, 'now'>;
  contact: Contact;
  words: FieldsMessages;
}

/** Read-only data that HighLevel records about a contact. */
export function Origin({ panel, contact, words }: OriginProps) {
  const { contact: contactWords } = useMessages();
  const formats = useFormats();
  const now = panel.now.peek();
  const at = (moment: number | null) => (moment === null ? '' : formats.moment(moment, now));
  const { origin } = words;
  const rows: [string, string][] = [
    [origin.type, contact.type],
    [origin.dateAdded, at(contact.dateAdded)],
    [origin.dateUpdated, at(contact.dateUpdated)],
    [origin.lastActivity, at(contact.lastActivity)],
    [origin.first, wayOf(contact.attribution)],
    [origin.last, wayOf(contact.lastAttribution)],
    [origin.page, contact.attribution?.url ?? ''],
  ];
  return (
    <>
      {rows
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label} class="field">
            <dt>{label}</dt>
            <dd>
              <span class="val num origin" title={contactWords.notInApi}>
                {text}
              </span>
            </dd>
          </div>
        ))}
    </>
  );
}

/** Source, medium and campaign, e.g. `google, cpc, spring sale`; without them the referring page. */
function wayOf(attribution: Attribution | null): string {
  if (!attribution) return '';
  const { source, medium, campaign, referrer } = attribution;
  return [source, medium, campaign].filter(Boolean).join(', ') || referrer;
}
