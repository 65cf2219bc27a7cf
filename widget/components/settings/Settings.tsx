import { useState } from 'preact/hooks';
import type { SettingsMessages } from '../../i18n/en/settings.ts';
import { useSettingsMessages } from '../../i18n/use-settings.ts';
import type { Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { ConnectionBlock } from '../screens/ConnectionBlock.tsx';
import { ActivityLog } from './ActivityLog.tsx';
import { Differences } from './Differences.tsx';
import { DomainSetting } from './DomainSetting.tsx';
import { EntryTables } from './EntryTables.tsx';
import { PersonalSettings } from './PersonalSettings.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';
import { SyncSettings } from './SyncSettings.tsx';
import { TasksTableChoice } from './TasksTableChoice.tsx';
import '../parts/Banner.css';
import '../composer/Dock.css';
import './Settings.css';

interface SettingsProps {
  panel: Pick<
    Panel,
    'now' | 'readOnly' | 'timeline' | 'directory' | 'connecting' | 'settings' | 'activity' | 'differences'
  >;
}

/** The settings that an editor of the document can change. Grist stores them when its green Save button is pressed. */
export function Settings({ panel }: SettingsProps) {
  const words = useSettingsMessages();
  const [tab, setTab] = useState<'sync' | 'you' | 'check' | 'activity'>('sync');
  if (!words) return null;
  const keep = { ...words.keep, check: null, activity: null }[tab];
  return (
    <>
      <header class="bar-head">
        <button
          type="button"
          class="ib ib--lg"
          aria-label={words.back}
          title={words.back}
          onClick={() => panel.settings.close()}
        >
          <Icon name="back" />
        </button>
        <h1>{words.title}</h1>
      </header>
      <SettingsTabs label={words.title} tabs={words.tabs} current={tab} onPick={setTab} />
      <div role="tabpanel" id="settings-panel" aria-labelledby={`settings-tab-${tab}`}>
        {tab === 'activity' && <ActivityLog panel={panel} />}
        {tab === 'check' && <Differences panel={panel} />}
        {tab === 'sync' && <Sync panel={panel} words={words} />}
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

interface SyncProps {
  panel: Pick<Panel, 'now' | 'readOnly' | 'directory' | 'connecting' | 'settings'>;
  words: SettingsMessages;
}

function Sync({ panel, words }: SyncProps) {
  const entryTables = useLoaded(panel.settings.entryTables);
  return (
    <>
      <section class="block" aria-labelledby="settings-connection">
        <h2 id="settings-connection">{words.connection}</h2>
        <ConnectionBlock panel={panel} />
      </section>
      <SyncSettings panel={panel} words={words.sync} />
      {/* An entry table of tasks already receives ticks. */}
      {!entryTables?.chosen.value.task && (
        <section class="block" aria-labelledby="settings-tasks">
          <h2 id="settings-tasks">{words.tasks.title}</h2>
          <p>{words.tasks.text}</p>
          <TasksTableChoice panel={panel} words={words.tasks} />
        </section>
      )}
      <EntryTables panel={panel} />
      <DomainSetting panel={panel} />
    </>
  );
}
