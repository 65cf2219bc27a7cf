import type { Row } from '../grist/port.ts';
import type { LateMessages } from '../i18n/en/late.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Blank } from './Blank.tsx';
import { CopyButton } from './CopyButton.tsx';
import { goneDrawing } from './Drawing.tsx';
import { Icon } from './Icon.tsx';

interface UnknownContactProps {
  panel: Panel;
  row: Row;
  words: LateMessages['gone'];
}

export function UnknownContact({ panel, row, words }: UnknownContactProps) {
  const { contact } = useMessages();
  const id = (
    <>
      {words.id} <span class="num">{row.contactId}</span>{' '}
      <CopyButton panel={panel} text={row.contactId} label={contact.menu.copyId} />
    </>
  );
  return (
    <Blank drawing={goneDrawing} title={words.title} text={words.text} small={id}>
      <button type="button" class="btn" onClick={() => panel.refresh()}>
        <Icon name="refresh" size={14} />
        {words.again}
      </button>
    </Blank>
  );
}
