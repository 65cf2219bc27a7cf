export { Composer } from './Composer.tsx';
export { EntryEditor } from './EntryEditor.tsx';
export { EntryFoot } from './EntryFoot.tsx';
