import { useState } from 'preact/hooks';
import type { LateMessages } from '../i18n/en/late.ts';
import { useLateMessages } from '../i18n/late-words.ts';
import type { Panel } from '../store/view.ts';
import { ActivityLog } from './ActivityLog.tsx';
import { ConnectionBlock } from './ConnectionBlock.tsx';
import { Icon } from './Icon.tsx';
import { Marked } from './Marked.tsx';
import { SyncSettings } from './SyncSettings.tsx';
import { TasksTableChoice } from './TasksTableChoice.tsx';
import './Banner.css';
import './Dock.css';
import './Settings.css';

/** What a document's editor can choose about the panel. Grist keeps it, once its green Save is pressed. */
export function Settings({ panel }: { panel: Panel }) {
  const late = useLateMessages();
  const [tab, setTab] = useState<'sync' | 'activity'>('sync');
  if (!late) return null;
  const words = late.settings;
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
      <div class="page-tabs" role="tablist">
        {(['sync', 'activity'] as const).map((name) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => setTab(name)}>
            {late[name].tab}
          </button>
        ))}
      </div>
      {tab === 'activity' ? <ActivityLog panel={panel} words={late.activity} /> : <Sync panel={panel} late={late} />}
      <div class="dock">
        <div class="banner">
          <Icon name="info" />
          <p>
            <Marked text={words.keep} />
          </p>
        </div>
      </div>
    </>
  );
}

function Sync({ panel, late }: { panel: Panel; late: LateMessages }) {
  const words = late.settings;
  return (
    <>
      <section class="block" aria-labelledby="settings-connection">
        <h2 id="settings-connection">{words.connection}</h2>
        <ConnectionBlock panel={panel} words={late} />
      </section>
      <section class="block" aria-labelledby="settings-tasks">
        <h2 id="settings-tasks">{words.tasks}</h2>
        <p>{words.tasksText}</p>
        <TasksTableChoice panel={panel} words={words} />
      </section>
      <SyncSettings panel={panel} words={late.sync} />
    </>
  );
}
