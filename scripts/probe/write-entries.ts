import { type Finding, finding, isRecord, records, refusalOf, textOf } from './finding.ts';
import type { Ground } from './ground.ts';
import { deletionOf } from './writes.ts';

/** Tags, a task and a note of the contact at `path`. */
export async function lookAtEntries(ground: Ground, path: string): Promise<Finding[]> {
  return [
    ...(await lookAtTags(ground, path)),
    ...(await lookAtTask(ground, path)),
    ...(await lookAtNote(ground, path)),
  ];
}

/** Only with tags that the location has already: a new one would stay with it. */
async function lookAtTags({ ask, locationId }: Ground, path: string): Promise<Finding[]> {
  const tags = records((await ask('GET', `/locations/${locationId}/tags`)).body.tags).map(({ name }) => textOf(name));
  const [first, second] = tags;
  const write = async (method: string, tag: string) => {
    const { status, body } = await ask(method, `${path}/tags`, { body: { tags: [tag] } });
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
  const { contact } = (await ask('PUT', path, { body: { tags: [first] } })).body;
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

async function lookAtTask({ ask }: Ground, path: string): Promise<Finding[]> {
  const due = { whole: '2035-01-02T10:00:00Z', precise: '2035-01-03T10:00:00.000Z' };
  const body = { title: 'Panel probe', dueDate: due.whole, completed: false };
  const made = await ask('POST', `${path}/tasks`, { body });
  const id = isRecord(made.body.task) ? textOf(made.body.task.id) : '';
  if (!id) return [finding('creating a task', '201', refusalOf(made))];
  const one = `${path}/tasks/${id}`;
  const precise = await ask('PUT', one, { body: { title: 'Panel probe', dueDate: due.precise } });
  const ticked = await ask('PUT', `${one}/completed`, { body: { completed: true } });
  const { task } = (await ask('GET', one)).body;
  const left = isRecord(task) && task.completed === true && task.title === 'Panel probe';
  const gone = await ask('DELETE', one);
  return [
    finding('creating a task', '201', `${made.status}`),
    finding('milliseconds in the due date of an update', 'taken', precise.status === 200 ? 'taken' : 'refused'),
    finding('ticking a task', '200, the rest stays', `${ticked.status}, ${left ? 'the rest stays' : 'otherwise'}`),
    finding('deleting a task', '200 with succeded', deletionOf(gone)),
  ];
}

async function lookAtNote({ ask }: Ground, path: string): Promise<Finding[]> {
  const made = await ask('POST', `${path}/notes`, { body: { body: 'Panel probe' } });
  const id = isRecord(made.body.note) ? textOf(made.body.note.id) : '';
  if (!id) return [finding('creating a note', '201', refusalOf(made))];
  const gone = await ask('DELETE', `${path}/notes/${id}`);
  return [
    finding('creating a note', '201', `${made.status}`),
    finding('deleting a note', '200 with succeded', deletionOf(gone)),
  ];
}
