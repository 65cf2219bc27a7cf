import { useSignal } from '@preact/signals';
import { useCallback, useId, useMemo } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { FieldList } from '../fields/FieldList.tsx';
import { createVisibleFields, isShown, isStandard } from '../fields/visible-fields.ts';
import { Icon } from '../parts/Icon.tsx';
import { Lazy } from '../parts/Lazy.tsx';
import { createPersisted, type Persisted } from '../parts/persisted.ts';
import { identityOf } from './identity.ts';
import { loadFieldTools } from './lazy-contact.ts';
import './Details.css';

interface DetailsProps {
  panel: Pick<
    Panel,
    'environment' | 'now' | 'readOnly' | 'row' | 'contact' | 'fields' | 'contactWork' | 'directory' | 'settings'
  >;
  opened: Persisted;
}

/** The contact's fields. When collapsed, warnings remain visible. */
export function Details({ panel, opened }: DetailsProps) {
  const { contact: words } = useMessages();
  const visibleFields = useMemo(createVisibleFields, []);
  const id = useId();
  const open = opened.value.value;
  const fields = panel.fields.shown.value;
  const emptyMoreFields = useSignal(0);
  const setEmptyMoreFields = useCallback((count: number) => {
    emptyMoreFields.value = count;
  }, []);
  const empty = fields.filter((field) => isStandard(field) && !isShown(field)).length + emptyMoreFields.value;

  return (
    <section class={open ? 'sec' : 'sec sec--shut'} aria-labelledby={`${id}head`}>
      <div class="sec-head">
        <h2 id={`${id}head`}>
          <button
            type="button"
            class="sec-toggle"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => opened.set(!open)}
          >
            <Icon name="chevron" />
            {words.details}
          </button>
        </h2>
        {open && panel.contact.value.data && <Lazy load={loadFieldTools} props={{ visibleFields, empty }} />}
        {!open && <Warnings fields={fields} />}
      </div>
      {open && (
        <FieldList
          key={identityOf(panel)}
          id={id}
          panel={panel}
          visibleFields={visibleFields}
          onEmpty={setEmptyMoreFields}
        />
      )}
    </section>
  );
}

/** Initially open if the timeline stays visible: in two columns, or in a tall panel. */
export const useDetailsOpened = () =>
  useMemo(() => createPersisted('details', innerWidth > 560 || innerHeight >= 900), []);

function Warnings({ fields }: { fields: readonly FieldView[] }) {
  const { contact: words } = useMessages();
  const failed = fields.filter((field) => field.mark === 'failed').length;
  const differing = fields.filter((field) => field.mark === 'differs').length;
  if (failed > 0) {
    return (
      <span class="sec-aside sec-aside--failed">
        <Icon name="alert" size={12} />
        {words.failed(failed)}
      </span>
    );
  }
  if (differing === 0) return null;
  return (
    <span class="sec-aside sec-aside--differs">
      <Icon name="differs" size={12} />
      {words.differ(differing)}
    </span>
  );
}
