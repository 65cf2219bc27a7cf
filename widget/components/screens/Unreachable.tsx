import type { Failure } from '../../../engine/failure.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { Blank } from './Blank.tsx';
import { downDrawing } from './Drawing.tsx';

export function Unreachable({ panel, failure }: { panel: Pick<Panel, 'refresh'>; failure: Failure }) {
  const { screens, tryNow } = useMessages();
  const code = (
    <>
      {screens.unreachable.stuck} <span class="num">{failure.code}</span>.
    </>
  );
  return (
    <Blank drawing={downDrawing} title={screens.unreachable.title} text={screens.unreachable.text} small={code}>
      <button type="button" class="btn" onClick={() => panel.refresh()}>
        <Icon name="refresh" size={14} />
        {tryNow}
      </button>
    </Blank>
  );
}
