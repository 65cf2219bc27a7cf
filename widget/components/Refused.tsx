import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Failure, Panel } from '../store/view.ts';
import { Blank } from './Blank.tsx';
import { connectDrawing } from './Drawing.tsx';
import { Icon } from './Icon.tsx';

export function Refused({ panel, failure }: { panel: Panel; failure: Failure }) {
  const { screens, tryAgain } = useMessages();
  const { title, text } = wordsFor(failure, screens);
  const small = failure.complaint ?? `${screens.unreachable.stuck} ${failure.code}.`;
  return (
    <Blank drawing={connectDrawing} title={title} text={text} small={small}>
      <button type="button" class="btn" onClick={() => panel.refresh()}>
        <Icon name="refresh" size={14} />
        {tryAgain}
      </button>
    </Blank>
  );
}

function wordsFor({ code }: Failure, { refused }: Messages['screens']) {
  if (code === 'not-connected') return refused.notConnected;
  if (code === 'forbidden' || code === 'no-access') return refused.forbidden;
  if (code === 'unauthenticated') return refused.unauthenticated;
  return refused.other;
}
