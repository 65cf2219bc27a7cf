import { useState } from 'preact/hooks';
import { useSetupMessages } from '../../i18n/use-setup.ts';
import type { Panel } from '../../store/view.ts';
import { Icon } from './Icon.tsx';
import { Marked } from './Marked.tsx';

/** The section follows no table: offers to link it, and where that cannot be done from here, says how. */
export function FollowsNothing({ panel }: { panel: Pick<Panel, 'settings'> }) {
  const words = useSetupMessages();
  const [isByHand, setByHand] = useState(false);
  if (!words) return null;
  const follow = async () => setByHand(!(await (await panel.settings.setup()).follow()));
  return (
    <div class="banner banner--amber" role="status">
      <Icon name="info" />
      <p>
        <Marked text={isByHand ? words.followByHand : words.followsNothing} />
      </p>
      {!isByHand && (
        <button type="button" class="link" onClick={() => follow().catch(() => setByHand(true))}>
          {words.follow}
        </button>
      )}
    </div>
  );
}
