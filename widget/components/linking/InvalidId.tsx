import { type ContactIdShape, shapeOfContactId } from '../../../sync/contact-id.ts';
import type { LinkingMessages } from '../../i18n/en/linking.ts';
import { useSetupMessages } from '../../i18n/use-setup.ts';
import type { Row } from '../../section/port.ts';
import type { Panel } from '../../store/view.ts';
import type { IdColumn } from '../../store/views/linking.ts';
import { ToastLine } from '../parts/ToastLine.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { Blank } from '../screens/Blank.tsx';
import { rowDrawing } from '../screens/Drawing.tsx';
import { Setup } from '../screens/Setup.tsx';

interface InvalidIdProps {
  panel: Pick<Panel, 'readOnly' | 'notices' | 'linking'>;
  words: LinkingMessages;
  row: Row;
}

/** The row's cell holds something else than a contact id: what it is, and how to choose another column. Nothing clears it. */
export function InvalidId({ panel, row, words }: InvalidIdProps) {
  const column = useLoaded(panel.linking.idColumn);
  const text = row.invalidId ?? '';
  const shape = shapeOfContactId(text);
  return (
    <>
      {shape === 'id-with-invisible-characters' ? (
        <Blank drawing={rowDrawing} title={words.invalidId.invisible} text={words.invalidId.invisibleHow}>
          {column && !panel.readOnly.value && (
            <button type="button" class="btn btn--primary" onClick={() => column.clean()}>
              {words.invalidId.clean}
            </button>
          )}
        </Blank>
      ) : (
        column && <OtherText column={column} shape={shape} text={text} words={words} />
      )}
      <div class="dock">
        <ToastLine panel={panel} />
      </div>
    </>
  );
}

interface OtherTextProps {
  column: IdColumn;
  shape: ContactIdShape;
  text: string;
  words: LinkingMessages;
}

function OtherText({ column, shape, text, words }: OtherTextProps) {
  const setup = useSetupMessages();
  const scope = useLoaded(column.scope);
  if (!setup || !scope) return null;
  const kind = shape === 'email' || shape === 'phone' || shape === 'name' || shape === 'merge-tag' ? shape : 'other';
  const { choose, chooseHow } = setup.unmapped;
  return (
    <Setup
      title={words.invalidId[scope][kind]}
      text={words.invalidId.found(text)}
      steps={[
        ...(scope === 'cell' ? [{ state: 'now', title: words.invalidId.cellHow } as const] : []),
        { state: 'now', title: choose, text: chooseHow },
      ]}
    />
  );
}
