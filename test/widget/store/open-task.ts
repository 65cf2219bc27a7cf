import { getTask, listTasks } from '../../../highlevel/tasks.ts';
import { type PanelSetup, startPanel } from '../../helpers/start-panel.ts';

/** A panel whose first contact has an open task, with a row in Grist's Tasks table. */
export async function startWithTask(setup: PanelSetup = {}) {
  const bench = await startPanel(setup);
  const contactId = bench.contactIds[1]!;
  const [task] = (await listTasks(bench.api, contactId)).filter(({ completed }) => !completed);
  const taskId = task!.id;
  bench.grist.addTask(taskId);
  bench.requests();
  const entry = () => {
    const found = bench.entries().find(({ id }) => id === taskId);
    if (found?.kind !== 'task') throw new Error('no such task');
    return found;
  };
  return {
    ...bench,
    bench,
    taskId,
    entry,
    inHighLevel: async () => (await getTask(bench.api, contactId, taskId)).completed,
  };
}
