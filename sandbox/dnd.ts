import type { WireDndSettings } from '../highlevel/wire.ts';
import { isPlainObject } from './dto.ts';
import { badRequest, unprocessable } from './errors.ts';
import type { ContactRecord, DndChannel } from './state.ts';
import type { Version } from './version.ts';

const channels: readonly DndChannel[] = ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'];
const v3Names: Record<DndChannel, string> = {
  Call: 'call',
  Email: 'email',
  SMS: 'sms',
  WhatsApp: 'whatsApp',
  GMB: 'gmb',
  FB: 'fb',
};

/** The channels after a write; refuses to change a channel that is `permanent`. */
export function mergeDnd(before: ContactRecord['dndSettings'], given: WireDndSettings): ContactRecord['dndSettings'] {
  const merged = { ...before };
  for (const [name, setting] of Object.entries(given)) {
    const channel = channels.find((known) => known === name || v3Names[known] === name);
    if (!channel) throw unprocessable([`dndSettings.property ${name} should not exist`]);
    if (!isPlainObject(setting) || !['active', 'inactive', 'permanent'].includes(setting.status)) {
      throw unprocessable([
        `dndSettings.${name}.status must be one of the following values: active, inactive, permanent`,
      ]);
    }
    if (before[channel]?.status === 'permanent' && setting.status !== 'permanent') {
      throw badRequest(`Not authorized to update permanent dnd setting for ${channel}`);
    }
    merged[channel] = setting;
  }
  return merged;
}

export function presentDnd(settings: ContactRecord['dndSettings'], version: Version): WireDndSettings {
  const named = channels.flatMap((channel) => {
    const setting = settings[channel];
    return setting ? [[version === 'v3' ? v3Names[channel] : channel, setting] as const] : [];
  });
  return Object.fromEntries(named);
}
