export { BusinessPicker } from '../contact/BusinessPicker.tsx';
export { ChoicesEditor } from './ChoicesEditor.tsx';
export { LargeTextEditor } from './LargeTextEditor.tsx';
export { TextsEditor } from './TextsEditor.tsx';
