import type { FrameLocator, Locator } from 'playwright-core';
import { type Api, createApi } from '../../highlevel/client.ts';
import type { FieldRef } from '../../sync/refs.ts';
import type { OpenGrist } from './open-grist.ts';

/** HighLevel as another app sees it, which changes it or looks at it and uses nothing of what the panel's may ask. */
export function highLevelOf({ demo: { sandbox, sandboxUrl } }: OpenGrist): Api {
  const token = 'pit-of-another-app';
  const panel = [...sandbox.grants.all()].find((grant) => grant.token === sandbox.info.token);
  if (!panel) throw new Error('The sandbox has no token.');
  sandbox.grants.add({ ...panel, token });
  return createApi({ via: 'direct', url: sandboxUrl, token });
}

/** The contact's name, or the title of the screen that stands in its place. */
export const title = ({ panel }: OpenGrist): Locator => panel.getByRole('heading', { level: 1 });

/** The panel shows a screen or a contact under this title. */
export async function showsTitle(grist: OpenGrist, text: string | RegExp): Promise<void> {
  await title(grist).filter({ hasText: text }).waitFor();
}

/** HighLevel has answered: nothing of the contact is a guess any more. */
export async function isUpToDate({ panel }: OpenGrist): Promise<void> {
  await panel.getByText('Up to date').waitFor();
}

/** A field's value at rest; the details are opened first when they are closed. */
export async function field(grist: OpenGrist, key: FieldRef): Promise<Locator> {
  const toggle = grist.panel.getByRole('button', { name: 'Details' });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  return grist.panel.locator(`[data-field="${key}"]`);
}

/** The sentence under a field that is not simply saved. */
export const noteUnder = ({ panel }: OpenGrist, key: FieldRef): Locator =>
  panel.locator('.field', { has: panel.locator(`[data-field="${key}"]`) }).locator('.field-note');

/** Types into a field and leaves the text there, unsaved. Answers the input. */
export async function typeInto(grist: OpenGrist, key: FieldRef, text: string): Promise<Locator> {
  await (await field(grist, key)).click();
  const input = grist.panel.locator('.field input:focus');
  await input.fill(text);
  return input;
}

/** Types into a field and saves it, as a person does. */
export async function saveField(grist: OpenGrist, key: FieldRef, text: string): Promise<void> {
  await (await typeInto(grist, key, text)).press('Enter');
}

/** What was just done is said, with its way back. */
export const toastSays = (panel: FrameLocator, text: string): Promise<void> =>
  panel.locator('.toast', { hasText: text }).waitFor();
