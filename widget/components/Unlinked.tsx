import type { Row } from '../grist/port.ts';
import { useMessages } from '../i18n/Words.tsx';
import { Setup } from './Setup.tsx';

export function Unlinked({ row }: { row: Row }) {
  const { unlinked } = useMessages().screens;
  const { name, firstName, lastName, email } = row.values;
  const known = name || [firstName, lastName].filter(Boolean).join(' ') || email || '';
  const address = (
    <p class="mock" aria-hidden="true">
      app.gohighlevel.com/…/contacts/detail/<b>ocQHyuzHvysMo5N5VsXc</b>
    </p>
  );
  return (
    <Setup
      title={unlinked.title(known)}
      text={unlinked.text}
      steps={[
        { state: 'now', title: unlinked.open, text: unlinked.openHow, picture: address },
        { state: 'now', title: unlinked.copy },
        { state: 'now', title: unlinked.paste, text: unlinked.pasteHow },
      ]}
    />
  );
}
