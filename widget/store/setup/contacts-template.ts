import type { Template, TemplateColumn } from '../../../grist/template.ts';
import type { TemplateWords } from '../views/setup.ts';

/** Contacts with their tasks, notes and appointments: a page for each, with the panel beside its table. */
export function contactsTemplate(words: TemplateWords, idLabel: string, timeZone: string): Template {
  const time = `DateTime:${timeZone}`;
  const text = (id: string, label: string, width: number): TemplateColumn => ({ id, label, type: 'Text', width });
  const highLevelId = text('HighLevel_ID', idLabel, 200);
  const contact: TemplateColumn = {
    ...{ id: 'Contact', label: words.contact, type: 'Ref:Contacts', shows: 'Name', width: 170 },
  };
  const panel = (by?: string) => ({
    ...{ table: 'Contacts', title: 'HighLevel', ...(by !== undefined && { by }) },
    columns: {
      ContactId: 'HighLevel_ID',
      Tags: 'Tags',
      ...{ name: 'Name', email: 'Email', phone: 'Phone', companyName: 'Company', source: 'Source', city: 'City' },
    },
    optionsFor: (ids: Readonly<Record<string, string>>) => ({ mirrors: entryTables(ids) }),
  });
  return {
    tables: [
      {
        id: 'Contacts',
        columns: [
          text('Name', words.name, 170),
          text('Email', words.email, 200),
          text('Phone', words.phone, 130),
          text('Company', words.company, 150),
          { id: 'Tags', label: words.tags, type: 'ChoiceList', width: 160 },
          text('Source', words.source, 110),
          text('City', words.city, 110),
          highLevelId,
        ],
      },
      {
        id: 'Tasks',
        columns: [
          { id: 'Done', label: words.done, type: 'Bool', width: 70 },
          text('Title', words.title, 260),
          { id: 'Due', label: words.due, type: time, width: 150 },
          contact,
          text('Assignee', words.assignee, 140),
          highLevelId,
        ],
      },
      {
        id: 'Notes',
        columns: [
          { id: 'Added', label: words.added, type: time, width: 150 },
          contact,
          text('Text', words.text, 380),
          text('Author', words.author, 140),
          highLevelId,
        ],
      },
      {
        id: 'Appointments',
        columns: [
          text('Title', words.title, 220),
          { id: 'Starts', label: words.starts, type: time, width: 150 },
          { id: 'Ends', label: words.ends, type: time, width: 150 },
          text('Status', words.status, 100),
          text('Calendar', words.calendar, 140),
          contact,
          highLevelId,
        ],
      },
    ],
    pages: [
      { name: words.contacts, table: 'Contacts', panel: panel() },
      { name: words.tasks, table: 'Tasks', sort: 'Due', panel: panel('Contact') },
      { name: words.notes, table: 'Notes', sort: '-Added', panel: panel('Contact') },
      { name: words.appointments, table: 'Appointments', sort: '-Starts', panel: panel('Contact') },
    ],
  };
}

/** Which columns hold what of an entry, by the keys of `sync/entries.ts`. */
const entryTables = (ids: Readonly<Record<string, string>>) => ({
  task: {
    tableId: ids.Tasks ?? 'Tasks',
    columns: {
      ...{ id: 'HighLevel_ID', contact: 'Contact', title: 'Title', due: 'Due', done: 'Done', assignee: 'Assignee' },
    },
  },
  note: {
    tableId: ids.Notes ?? 'Notes',
    columns: { id: 'HighLevel_ID', contact: 'Contact', body: 'Text', added: 'Added', author: 'Author' },
  },
  appointment: {
    tableId: ids.Appointments ?? 'Appointments',
    columns: {
      ...{ id: 'HighLevel_ID', contact: 'Contact', title: 'Title', starts: 'Starts', ends: 'Ends' },
      ...{ status: 'Status', calendar: 'Calendar' },
    },
  },
});
