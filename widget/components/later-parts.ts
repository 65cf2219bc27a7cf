export { Banner } from './Banner.tsx';
export { ConflictCard } from './ConflictCard.tsx';
export { FieldEditor } from './FieldEditor.tsx';
export { FieldNote } from './FieldNote.tsx';
export { FieldPicker } from './FieldPicker.tsx';
export { TimelineEmpty } from './TimelineEmpty.tsx';
