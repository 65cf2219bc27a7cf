import type { Row } from '../grist/port.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Blank } from './Blank.tsx';
import { CopyButton } from './CopyButton.tsx';
import { goneDrawing } from './Drawing.tsx';
import { Icon } from './Icon.tsx';

export function UnknownContact({ panel, row }: { panel: Panel; row: Row }) {
  const { screens, contact } = useMessages();
  const id = (
    <>
      {screens.gone.id} <span class="num">{row.contactId}</span>{' '}
      <CopyButton panel={panel} text={row.contactId} label={contact.menu.copyId} />
    </>
  );
  return (
    <Blank drawing={goneDrawing} title={screens.gone.title} text={screens.gone.text} small={id}>
      <button type="button" class="btn" onClick={() => panel.refresh()}>
        <Icon name="refresh" size={14} />
        {screens.gone.again}
      </button>
    </Blank>
  );
}
