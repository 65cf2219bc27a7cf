import type { ProbeContext } from './context.ts';
import { deletionOf, type Finding, finding, isRecord, records, refusalOf, textOf } from './finding.ts';

/** Checks writes of tags, a task and a note of the contact at `path`. */
export async function checkEntries(context: ProbeContext, path: string): Promise<Finding[]> {
  return [
    ...(await checkTags(context, path)),
    ...(await checkTask(context, path)),
    ...(await checkNote(context, path)),
  ];
}

/** Uses only existing tags of the location, because a new one would remain. */
async function checkTags({ request, locationId }: ProbeContext, path: string): Promise<Finding[]> {
  const tags = records((await request('GET', `/locations/${locationId}/tags`)).body.tags).map(({ name }) =>
    textOf(name),
  );
  const [first, second] = tags;
  const write = async (method: string, tag: string) => {
    const { status, body } = await request(method, `${path}/tags`, { body: { tags: [tag] } });
    return { status, tags: Array.isArray(body.tags) ? body.tags.length : -1 };
  };
  if (first === undefined || second === undefined) {
    return [
      finding('adding tags', '201, added to the others', null),
      finding('taking a tag away', '200, the others stay', null),
      finding('tags in an update', 'replace all', null),
    ];
  }
  await write('POST', first);
  const added = await write('POST', second);
  const taken = await write('DELETE', first);
  const { contact } = (await request('PUT', path, { body: { tags: [first] } })).body;
  const kept = isRecord(contact) && Array.isArray(contact.tags) ? contact.tags.length : -1;
  return [
    finding(
      'adding tags',
      '201, added to the others',
      `${added.status}, ${added.tags === 2 ? 'added to the others' : 'otherwise'}`,
    ),
    finding(
      'taking a tag away',
      '200, the others stay',
      `${taken.status}, ${taken.tags === 1 ? 'the others stay' : 'otherwise'}`,
    ),
    finding('tags in an update', 'replace all', kept === 1 ? 'replace all' : 'are added'),
  ];
}

async function checkTask({ request }: ProbeContext, path: string): Promise<Finding[]> {
  const due = { whole: '2035-01-02T10:00:00Z', precise: '2035-01-03T10:00:00.000Z' };
  const body = { title: 'Panel probe', dueDate: due.whole, completed: false };
  const made = await request('POST', `${path}/tasks`, { body });
  const id = isRecord(made.body.task) ? textOf(made.body.task.id) : '';
  if (!id) return [finding('creating a task', '201', refusalOf(made))];
  const one = `${path}/tasks/${id}`;
  const precise = await request('PUT', one, { body: { title: 'Panel probe', dueDate: due.precise } });
  const ticked = await request('PUT', `${one}/completed`, { body: { completed: true } });
  const { task } = (await request('GET', one)).body;
  const left = isRecord(task) && task.completed === true && task.title === 'Panel probe';
  const gone = await request('DELETE', one);
  return [
    finding('creating a task', '201', `${made.status}`),
    finding('milliseconds in the due date of an update', 'taken', precise.status === 200 ? 'taken' : 'refused'),
    finding('ticking a task', '200, the rest stays', `${ticked.status}, ${left ? 'the rest stays' : 'otherwise'}`),
    finding('deleting a task', '200 with succeded', deletionOf(gone)),
  ];
}

async function checkNote({ request }: ProbeContext, path: string): Promise<Finding[]> {
  const made = await request('POST', `${path}/notes`, { body: { body: 'Panel probe' } });
  const id = isRecord(made.body.note) ? textOf(made.body.note.id) : '';
  if (!id) return [finding('creating a note', '201', refusalOf(made))];
  const gone = await request('DELETE', `${path}/notes/${id}`);
  return [
    finding('creating a note', '201', `${made.status}`),
    finding('deleting a note', '200 with succeded', deletionOf(gone)),
  ];
}
