import type { Failure } from '../../../engine/failure.ts';
import type { ConnectionMessages } from '../../i18n/en/connection.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useConnectionMessages } from '../../i18n/use-connection.ts';
import type { Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { Blank } from './Blank.tsx';
import { Connect, connectDrawing } from './Connect.tsx';

/** HighLevel's data is not available: who can change that, and how. */
export function Refused({ panel, failure }: { panel: Pick<Panel, 'connecting' | 'refresh'>; failure: Failure }) {
  const { screens, tryAgain } = useMessages();
  const words = useConnectionMessages();
  if (!words) return null;
  const reason = failure.reason === undefined ? undefined : words.refusals[failure.reason];
  if (failure.code === 'not-connected' && !reason)
    return <Connect panel={panel} words={words} isOver={failure.reason === 'final'} />;
  const { title, text } = wordsFor(failure, words);
  const small = failure.complaint ?? `${screens.stuck} ${failure.reason ?? failure.code}.`;
  return (
    <Blank drawing={connectDrawing} title={title} text={reason ?? text} small={small}>
      <button type="button" class="btn" onClick={() => panel.refresh()}>
        <Icon name="refresh" size={14} />
        {tryAgain}
      </button>
    </Blank>
  );
}

function wordsFor({ code }: Failure, { refused }: ConnectionMessages) {
  if (code === 'not-connected') return refused.notConnected;
  if (code === 'forbidden' || code === 'no-access') return refused.forbidden;
  if (code === 'unauthenticated') return refused.unauthenticated;
  return refused.other;
}
