/** A column of the demo's document. */
export interface Column {
  id: string;
  label: string;
  /** Grist's column type, e.g. `Ref:Contacts`. */
  type: string;
  /** Pixels. */
  width: number;
  formula?: string;
  /** Grist's widget options: choices and their colours, alignment, number formats. */
  options?: Readonly<Record<string, unknown>>;
  /** For a reference: the displayed column of the other table. */
  shows?: string;
}

export interface Table {
  id: string;
  /** The sort column of the page; a minus means descending. */
  sort?: string;
  columns: readonly Column[];
}

/** Time zone, locale and currency of the document, those of the sandbox's first location. */
export const timeZone = 'Europe/London';
export const locale = 'en-GB';
export const currency = 'GBP';

const time = `DateTime:${timeZone}`;

const money = { numMode: 'currency', currency, decimals: 0, maxDecimals: 0, alignment: 'right' };
const day = { dateFormat: 'D MMM YYYY', isCustomDateFormat: true };
const moment = { ...day, timeFormat: 'HH:mm', isCustomTimeFormat: true };

const choices = (colours: Readonly<Record<string, readonly [fill: string, text: string]>>) => ({
  choices: Object.keys(colours),
  choiceOptions: Object.fromEntries(
    Object.entries(colours).map(([choice, [fillColor, textColor]]) => [choice, { fillColor, textColor }]),
  ),
});

export const stages = {
  New: ['#E1E9FB', '#1D3A85'],
  Qualified: ['#D8F0F2', '#0B5560'],
  Proposal: ['#FDF0CC', '#6B4A00'],
  Won: ['#D5F2DD', '#125C2C'],
  Lost: ['#EFE6E6', '#6A3A3A'],
} as const;

const statuses = {
  confirmed: ['#D5F2DD', '#125C2C'],
  new: ['#E1E9FB', '#1D3A85'],
  showed: ['#D8F0F2', '#0B5560'],
  noshow: ['#FDF0CC', '#6B4A00'],
  cancelled: ['#EFE6E6', '#6A3A3A'],
} as const;

/** The column of HighLevel's ids is a plain text column, because the panel links rows by it. */
const highLevelId: Column = { id: 'HighLevel_ID', label: 'HighLevel ID', type: 'Text', width: 200 };
const contact: Column = { id: 'Contact', label: 'Contact', type: 'Ref:Contacts', width: 170, shows: 'Name' };

export const tables: readonly Table[] = [
  {
    id: 'Contacts',
    columns: [
      { id: 'Name', label: 'Name', type: 'Text', width: 150 },
      { id: 'Company', label: 'Company', type: 'Text', width: 144 },
      { id: 'Phone', label: 'Phone', type: 'Text', width: 120 },
      { id: 'Stage', label: 'Stage', type: 'Choice', width: 84, options: choices(stages) },
      {
        id: 'Open_tasks',
        label: 'Open tasks',
        type: 'Int',
        width: 84,
        formula: 'len(Tasks.lookupRecords(Contact=$id, Done=False))',
      },
      { id: 'Deal_value', label: 'Deal value', type: 'Numeric', width: 90, options: money },
      { id: 'Tags', label: 'Tags', type: 'ChoiceList', width: 180, options: choices({}) },
      { id: 'Email', label: 'Email', type: 'Text', width: 210 },
      { id: 'Owner', label: 'Owner', type: 'Text', width: 120 },
      { id: 'Source', label: 'Source', type: 'Text', width: 120 },
      { id: 'Website', label: 'Website', type: 'Text', width: 180, options: { widget: 'HyperLink' } },
      {
        id: 'Domain',
        label: 'Domain',
        type: 'Text',
        width: 130,
        formula: '$Email.split("@")[-1] if "@" in $Email else ""',
      },
      { id: 'First_name', label: 'First name', type: 'Text', width: 110 },
      { id: 'Last_name', label: 'Last name', type: 'Text', width: 110 },
      { id: 'Birthday', label: 'Birthday', type: 'Date', width: 110, options: day },
      { id: 'Address', label: 'Address', type: 'Text', width: 180 },
      { id: 'City', label: 'City', type: 'Text', width: 120 },
      { id: 'State', label: 'State', type: 'Text', width: 90 },
      { id: 'Postcode', label: 'Postcode', type: 'Text', width: 90 },
      { id: 'Country', label: 'Country', type: 'Text', width: 80 },
      highLevelId,
    ],
  },
  {
    id: 'Tasks',
    sort: 'Due',
    columns: [
      { id: 'Done', label: 'Done', type: 'Bool', width: 60 },
      { id: 'Title', label: 'Title', type: 'Text', width: 300 },
      { id: 'Due', label: 'Due', type: time, width: 150, options: moment },
      contact,
      { id: 'Assignee', label: 'Assignee', type: 'Text', width: 150 },
      highLevelId,
    ],
  },
  {
    id: 'Notes',
    sort: '-Added',
    columns: [
      { id: 'Added', label: 'Added', type: time, width: 150, options: moment },
      contact,
      { id: 'Body', label: 'Body', type: 'Text', width: 480 },
      { id: 'Author', label: 'Author', type: 'Text', width: 150 },
      highLevelId,
    ],
  },
  {
    id: 'Appointments',
    sort: '-Starts',
    columns: [
      { id: 'Title', label: 'Title', type: 'Text', width: 240 },
      { id: 'Starts', label: 'Starts', type: time, width: 150, options: moment },
      { id: 'Ends', label: 'Ends', type: time, width: 150, options: moment },
      { id: 'Status', label: 'Status', type: 'Choice', width: 100, options: choices(statuses) },
      { id: 'Calendar', label: 'Calendar', type: 'Text', width: 160 },
      contact,
      highLevelId,
    ],
  },
];

/** The columns of Contacts by the panel's fields. The owner's name is not a user id, so it is not mapped. */
export const mapping: Readonly<Record<string, string>> = {
  ContactId: 'HighLevel_ID',
  Tags: 'Tags',
  name: 'Name',
  firstName: 'First_name',
  lastName: 'Last_name',
  email: 'Email',
  phone: 'Phone',
  companyName: 'Company',
  source: 'Source',
  website: 'Website',
  dateOfBirth: 'Birthday',
  address1: 'Address',
  city: 'City',
  state: 'State',
  postalCode: 'Postcode',
  country: 'Country',
};

/** The tables that mirror HighLevel's entries of the contacts, and their columns by the names of `sync/entries.ts`. */
export const mirrors = {
  task: {
    tableId: 'Tasks',
    columns: {
      id: 'HighLevel_ID',
      contact: 'Contact',
      title: 'Title',
      due: 'Due',
      done: 'Done',
      assignee: 'Assignee',
    },
  },
  note: {
    tableId: 'Notes',
    columns: { id: 'HighLevel_ID', contact: 'Contact', body: 'Body', added: 'Added', author: 'Author' },
  },
  appointment: {
    tableId: 'Appointments',
    columns: {
      id: 'HighLevel_ID',
      contact: 'Contact',
      title: 'Title',
      starts: 'Starts',
      ends: 'Ends',
      status: 'Status',
      calendar: 'Calendar',
    },
  },
};
