export { EntryEditor } from '../timeline/EntryEditor.tsx';
export { EntryFoot } from '../timeline/EntryFoot.tsx';
export { Composer } from './Composer.tsx';
