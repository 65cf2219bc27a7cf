import type { OpenGrist } from './open-grist.ts';

/** What a person sets for the widget in Grist's side panel. */
export interface SectionSettings {
  access: 'none' | 'read table' | 'full';
  columnsMapping: Record<string, number> | null;
}

/** Changes the widget's settings in Grist; it may rebuild the widget's frame for that. */
export async function setSection(grist: OpenGrist, settings: Partial<SectionSettings>): Promise<void> {
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
