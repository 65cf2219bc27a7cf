import { useState } from 'preact/hooks';
import type { LateMessages } from '../../i18n/en/late.ts';
import { useLateMessages } from '../../i18n/late-words.ts';
import { usePersonalWords } from '../../i18n/personal-words.ts';
import { useTrustMessages } from '../../i18n/trust-words.ts';
import type { Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { ConnectionBlock } from '../screens/ConnectionBlock.tsx';
import { Marked } from '../timeline/Marked.tsx';
import { ActivityLog } from './ActivityLog.tsx';
import { Differences } from './Differences.tsx';
import { DomainSetting } from './DomainSetting.tsx';
import { MirrorSettings } from './MirrorSettings.tsx';
import { PersonalSettings } from './PersonalSettings.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';
import { SyncSettings } from './SyncSettings.tsx';
import { TasksTableChoice } from './TasksTableChoice.tsx';
import '../parts/Banner.css';
import '../composer/Dock.css';
import './Settings.css';

/** What a document's editor can choose about the panel. Grist keeps it, once its green Save is pressed. */
export function Settings({ panel }: { panel: Panel }) {
  const late = useLateMessages();
  const [tab, setTab] = useState<'sync' | 'you' | 'check' | 'activity'>('sync');
  const trust = useTrustMessages();
  const personal = usePersonalWords();
  if (!late || !trust || !personal) return null;
  const words = late.settings;
  const tabs = { sync: late.sync.tab, you: personal.tab, check: trust.check.tab, activity: late.activity.tab };
  const keep = { sync: words.keep, you: personal.keep, check: null, activity: null }[tab];
  return (
    <>
      <header class="bar-head">
        <button
          type="button"
          class="ib ib--lg"
          aria-label={words.back}
          title={words.back}
          onClick={() => panel.closeSettings()}
        >
          <Icon name="back" />
        </button>
        <h1>{words.title}</h1>
      </header>
      <SettingsTabs label={words.title} tabs={tabs} current={tab} onPick={setTab} />
      <div role="tabpanel" id="settings-panel" aria-labelledby={`settings-tab-${tab}`}>
        {tab === 'activity' && <ActivityLog panel={panel} words={late.activity} />}
        {tab === 'check' && <Differences panel={panel} />}
        {tab === 'sync' && <Sync panel={panel} late={late} />}
        {tab === 'you' && <PersonalSettings panel={panel} />}
      </div>
      {keep && (
        <div class="dock">
          <div class="banner">
            <Icon name="info" />
            <p>
              <Marked text={keep} />
            </p>
          </div>
        </div>
      )}
    </>
  );
}

function Sync({ panel, late }: { panel: Panel; late: LateMessages }) {
  const words = late.settings;
  const mirrors = useLoaded(panel.mirrorTables);
  return (
    <>
      <section class="block" aria-labelledby="settings-connection">
        <h2 id="settings-connection">{words.connection}</h2>
        <ConnectionBlock panel={panel} words={late} />
      </section>
      <SyncSettings panel={panel} words={late.sync} />
      {/* A table that mirrors tasks is ticked, too. */}
      {!mirrors?.chosen.value.task && (
        <section class="block" aria-labelledby="settings-tasks">
          <h2 id="settings-tasks">{words.tasks}</h2>
          <p>{words.tasksText}</p>
          <TasksTableChoice panel={panel} words={words} />
        </section>
      )}
      <MirrorSettings panel={panel} />
      <DomainSetting panel={panel} />
    </>
  );
}
