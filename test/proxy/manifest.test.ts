import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

test('offers the widget to the gallery of Grist, by the address that was asked', async () => {
  const { proxy } = await arrange();
  const answer = await proxy.request('http://127.0.0.1:8787/manifest.json');
  expect(await answer.json()).toEqual([
    expect.objectContaining({
      name: 'HighLevel panel',
      widgetId: '@grist-highlevel/panel',
      url: 'http://127.0.0.1:8787/',
      accessLevel: 'full',
      renderAfterReady: true,
    }),
  ]);
});

test('prefers the public address', async () => {
  const { proxy } = await arrange({ publicUrl: 'https://panel.example.org' });
  const answer = await proxy.request('http://127.0.0.1:8787/manifest.json');
  expect(await answer.json()).toEqual([expect.objectContaining({ url: 'https://panel.example.org/' })]);
});
