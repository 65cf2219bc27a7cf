import type { Row } from '../grist/port.ts';
import type { LateMessages } from '../i18n/en/late.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Blank } from './Blank.tsx';
import { CopyButton } from './CopyButton.tsx';
import type { DrawingLines } from './Drawing.tsx';
import { Icon } from './Icon.tsx';

/** A place where nobody is any more. */
const drawing: DrawingLines = {
  plain:
    'M18 4h5M27 4h5M36 4h5M45 4h5M18 48h5M27 48h5M36 48h5M45 48h5M14 8v5M14 17v5M14 26v5M14 35v5M58 8v5M58 17v5M58 26v5M58 35v5',
  ink: 'M29.5 20a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M24 39c1.5-7 6-10 12-10s10.5 3 12 10',
};

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
    <Blank drawing={drawing} title={words.title} text={words.text} small={id}>
      <button type="button" class="btn" onClick={() => panel.refresh()}>
        <Icon name="refresh" size={14} />
        {words.again}
      </button>
    </Blank>
  );
}
