import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { Bar, EntrySkeleton } from './Skeleton.tsx';
import '../contact/Header.css';

export function Booting() {
  return (
    <>
      <p class="sr" role="status">
        {useMessages().screens.booting}
      </p>
      <div class="head" aria-hidden="true">
        <span class="who--contact sk" />
        <Bar width="128px" height={14} />
        <span class="head-acts" />
        <Bar width="176px" height={10} />
      </div>
      <div class="feed" style={{ paddingTop: '10px' }}>
        <EntrySkeleton />
      </div>
    </>
  );
}
