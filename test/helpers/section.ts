import type { Grist } from './grist.ts';

/** What a person sets for the widget in Grist's side panel. */
export interface SectionSettings {
  /** The widget's address. */
  url: string;
  access: 'none' | 'read table' | 'full';
  columnsMapping: Record<string, number | number[]> | null;
  /** What the panel itself keeps there. */
  widgetOptions: Record<string, unknown>;
}

/** Changes the widget's settings in Grist; it may rebuild the widget's frame for that. */
export async function setSection(grist: Grist, settings: Partial<SectionSettings>): Promise<void> {
  const section = await grist.findRow('_grist_Views_section', 'parentKey', 'custom');
  const options = JSON.parse((await grist.cell('_grist_Views_section', section, 'options')) as string);
  const customView = JSON.stringify({ ...JSON.parse(options.customView), ...settings });
  await grist.apply([
    'UpdateRecord',
    '_grist_Views_section',
    section,
    { options: JSON.stringify({ ...options, customView }) },
  ]);
}

/** Lets a column go with a standard field, as a person does in Grist's side panel. */
export async function mapColumn(grist: Grist, tableId: string, colId: string, field: string): Promise<void> {
  const column = await columnIn(grist, tableId, colId);
  const { columnsMapping } = await settingsOf(grist);
  await setSection(grist, { columnsMapping: { ...columnsMapping, [field]: column } });
}

/** Lets a column go with a field both ways, as a person does in Grist's side panel and in the panel's settings. */
export async function joinColumn(grist: Grist, tableId: string, colId: string, field: string): Promise<void> {
  const column = await columnIn(grist, tableId, colId);
  const { columnsMapping, widgetOptions } = await settingsOf(grist);
  const binding = { colId, field, direction: 'both', transform: { kind: 'as-is' }, onConflict: 'ask' };
  const sync = { bindings: [binding], onConflict: 'ask', automatic: true };
  await setSection(grist, {
    columnsMapping: { ...columnsMapping, Others: [column] },
    widgetOptions: { ...widgetOptions, sync },
  });
}

async function columnIn(grist: Grist, tableId: string, colId: string): Promise<number> {
  const table = await grist.findRow('_grist_Tables', 'tableId', tableId);
  const column = await grist.findRow('_grist_Tables_column', 'colId', colId);
  if ((await grist.cell('_grist_Tables_column', column, 'parentId')) !== table)
    throw new Error(`${colId} is elsewhere`);
  return column;
}

async function settingsOf(grist: Grist): Promise<SectionSettings> {
  const section = await grist.findRow('_grist_Views_section', 'parentKey', 'custom');
  const options = JSON.parse((await grist.cell('_grist_Views_section', section, 'options')) as string);
  return JSON.parse(options.customView);
}
