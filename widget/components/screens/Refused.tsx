import type { LateMessages } from '../../i18n/en/late.ts';
import { useLateMessages } from '../../i18n/late-words.ts';
import { useMessages } from '../../i18n/Words.tsx';
import type { Failure, Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { Blank } from './Blank.tsx';
import { Connect } from './Connect.tsx';
import { connectDrawing } from './connect-drawing.ts';

/** Nothing of HighLevel can be shown until somebody acts: who, and what to do. */
export function Refused({ panel, failure }: { panel: Panel; failure: Failure }) {
  const { screens, tryAgain } = useMessages();
  const late = useLateMessages();
  if (!late) return null;
  const reason = failure.reason === undefined ? undefined : late.refusals[failure.reason];
  if (failure.code === 'not-connected' && !reason)
    return <Connect panel={panel} words={late} isOver={failure.reason === 'final'} />;
  const { title, text } = wordsFor(failure, late);
  const small = failure.complaint ?? `${screens.unreachable.stuck} ${failure.reason ?? failure.code}.`;
  return (
    <Blank drawing={connectDrawing} title={title} text={reason ?? text} small={small}>
      <button type="button" class="btn" onClick={() => panel.refresh()}>
        <Icon name="refresh" size={14} />
        {tryAgain}
      </button>
    </Blank>
  );
}

function wordsFor({ code }: Failure, { refused }: LateMessages) {
  if (code === 'not-connected') return refused.notConnected;
  if (code === 'forbidden' || code === 'no-access') return refused.forbidden;
  if (code === 'unauthenticated') return refused.unauthenticated;
  return refused.other;
}
