import type { Page } from 'playwright-core';
import { states } from './states.ts';

/** A screen as a person meets it: a state, and what they do there first. */
export interface GalleryScreen {
  name: string;
  state: string;
  move?: (page: Page) => Promise<void>;
}

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settled(page);
    }
  };

const opening =
  (...keys: string[]) =>
  async (page: Page) => {
    await press(...keys)(page);
    await page.locator('dialog[open]').waitFor();
    await settled(page);
  };

const settings = (tab: string) => async (page: Page) => {
  await page.getByRole('tab', { name: tab }).click();
  await settled(page);
};

const menu = (item?: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'More actions' }).click();
  if (item) await page.getByRole('menuitem', { name: item }).click();
  await settled(page);
};

const details = async (page: Page) => {
  const toggle = page.getByRole('button', { name: 'Details' });
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
};

const field = (name: string) => async (page: Page) => {
  await details(page);
  await page.locator(`[data-field="${name}"]`).click();
  await settled(page);
};

const moved: readonly GalleryScreen[] = [
  {
    name: 'unsaved-edits',
    state: 'walked',
    move: async (page) => {
      await page.getByRole('button', { name: /^(Show|Afficher|Mostrar)$/ }).click();
      await page.locator('dialog[open]').waitFor();
      await settled(page);
    },
  },
  { name: 'palette', state: 'calm', move: opening('j', 'Control+k') },
  {
    name: 'palette-narrowed',
    state: 'calm',
    move: async (page) => {
      await opening('Control+k')(page);
      await page.keyboard.type('edit c');
    },
  },
  { name: 'palette-unlinked', state: 'unlinked', move: opening('Control+k') },
  { name: 'shortcuts', state: 'calm', move: opening('?') },
  { name: 'menu', state: 'calm', move: menu() },
  {
    name: 'delete-contact',
    state: 'calm',
    move: async (page) => {
      await menu('Delete in HighLevel…')(page);
      await page.locator('dialog[open]').waitFor();
    },
  },
  { name: 'entry-actions', state: 'calm', move: press('j') },
  { name: 'edit-task', state: 'calm', move: press('j', 'e') },
  { name: 'edit-appointment', state: 'calm', move: press('j', 'j', 'j', 'e') },
  { name: 'edit-field', state: 'calm', move: field('city') },
  { name: 'pick-owner', state: 'calm', move: field('assignee') },
  {
    name: 'find-field',
    state: 'calm',
    move: async (page) => {
      await details(page);
      await page.getByRole('button', { name: 'Find a field' }).click();
      // Words would be remembered, on every other screen too.
      await settled(page);
    },
  },
  {
    name: 'add-tag',
    state: 'calm',
    move: async (page) => {
      await page.getByRole('button', { name: 'Add a tag' }).click();
      await settled(page);
    },
  },
  { name: 'settings-you', state: 'settings', move: settings('You') },
  { name: 'settings-check', state: 'settings', move: settings('Check') },
  { name: 'settings-checked', state: 'checked', move: settings('Check') },
  { name: 'settings-checking', state: 'checking', move: settings('Check') },
  { name: 'settings-equal', state: 'equal', move: settings('Check') },
  { name: 'settings-activity', state: 'settings', move: settings('Activity') },
  { name: 'settings-quiet', state: 'settings-new', move: settings('Activity') },
];

/** States of a tab that is not the first. */
const elsewhere = new Set(['checked', 'checking', 'equal']);

/** Every screen of the panel. */
export const galleryScreens: readonly GalleryScreen[] = [
  ...Object.keys(states)
    .filter((state) => !elsewhere.has(state))
    .map((state) => ({ name: state, state })),
  ...moved,
];

/** Shows a screen; answers when all of it is there. */
export async function showScreen(page: Page, address: string, screen: GalleryScreen): Promise<void> {
  await page.goto(address);
  await page.locator('.panel :is(h1, h2, .sk, form)').first().waitFor();
  await settled(page);
  await screen.move?.(page);
  await settled(page);
}

/** All that is to come is painted: some frames have passed in which the page stayed as it was. */
async function settled(page: Page): Promise<void> {
  // No named function in here: tsx wraps each with a helper that the page does not have.
  await page.evaluate(async () => {
    for (let before = '', calm = 0; calm < 3; ) {
      await new Promise(requestAnimationFrame);
      const now = document.documentElement.outerHTML;
      calm = now === before ? calm + 1 : 0;
      before = now;
    }
  });
}
