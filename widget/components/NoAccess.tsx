import { useMessages } from '../i18n/Words.tsx';
import { Icon } from './Icon.tsx';
import { Setup } from './Setup.tsx';

export function NoAccess() {
  const { access } = useMessages().screens;
  const picture = (
    <div class="mock" aria-hidden="true">
      <p class="mock-caption">{access.levelCaption}</p>
      <div class="mock-choice">
        <span class="clip">{access.levelValue}</span>
        <Icon name="chevron" size={14} />
      </div>
    </div>
  );
  return (
    <Setup
      title={access.title}
      text={access.text}
      steps={[
        { state: 'now', title: access.menu, text: access.menuHow },
        { state: 'now', title: access.options, text: access.optionsHow },
        { state: 'now', title: access.level, text: access.levelHow, picture },
      ]}
    />
  );
}
