import { useMessages } from '../i18n/Words.tsx';
import { Setup } from './Setup.tsx';

export function Unmapped() {
  const { unmapped } = useMessages().screens;
  return (
    <Setup
      title={unmapped.title}
      text={unmapped.text}
      steps={[
        { state: 'done', title: unmapped.accessDone },
        { state: 'now', title: unmapped.choose, text: unmapped.chooseHow },
        { state: 'later', title: unmapped.match, text: unmapped.matchHow },
      ]}
    />
  );
}
