import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { DomainSetting } from '../../../widget/components/settings/DomainSetting.tsx';
import { createFakePanel } from '../../helpers/fake-panel.ts';
import { callsOf, renderPanel } from '../../helpers/render-panel.tsx';

test('links lead to the agency’s domain, which is shown before one is opened', () => {
  renderPanel({ settings: { domain: signal('crm.northlight.example') } });
  const link = screen.getByRole('link', { name: 'Open in HighLevel' });
  expect(link.getAttribute('href')).toContain('https://crm.northlight.example/v2/location/northlight/');
  expect(link.title).toBe('Open in HighLevel: crm.northlight.example');
});

test('a domain is saved, with a note how it is saved for everyone', async () => {
  const panel = createFakePanel();
  render(<DomainSetting panel={panel} />);
  await userEvent.type(
    screen.getByRole('textbox', { name: 'White-label domain' }),
    'https://CRM.northlight.example/v2{Enter}',
  );
  expect(callsOf(panel, 'chooseDomain')).toEqual([['crm.northlight.example']]);
  expect(screen.getByText('Save', { selector: 'b' })).toBeTruthy();
});

test('an invalid domain is refused beside its field', async () => {
  const panel = createFakePanel();
  render(<DomainSetting panel={panel} />);
  const input = screen.getByRole('textbox', { name: 'White-label domain' });
  await userEvent.type(input, 'not a domain{Enter}');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/isn’t a domain/)).toBeTruthy();
  expect(callsOf(panel, 'chooseDomain')).toEqual([]);
});
