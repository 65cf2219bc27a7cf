import type { ComponentChildren } from 'preact';
import { Marked } from '../parts/Marked.tsx';
import { Drawing, type DrawingLines } from './Drawing.tsx';
import './Screen.css';

interface BlankProps {
  drawing?: DrawingLines;
  title: string;
  text?: string;
  /** Buttons. */
  children?: ComponentChildren;
  small?: ComponentChildren;
  /** Level of the heading: 1 for a whole screen, 2 for a part of one. */
  level?: 1 | 2;
}

/** A screen, or a part of one, that only shows a reason and the possible actions. */
export function Blank({ drawing, title, text, children, small, level = 1 }: BlankProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="blank">
      {drawing && <Drawing {...drawing} />}
      <Heading>{title}</Heading>
      {text && (
        <p>
          <Marked text={text} />
        </p>
      )}
      {children && <div class="btns">{children}</div>}
      {small && <small>{small}</small>}
    </div>
  );
}
