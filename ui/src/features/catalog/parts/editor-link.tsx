import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EDITOR, editorSearch } from '../../../shared/navigation/paths';
import { Button } from '../../../shared/ui/button';

/** Opens the SQL editor with a text. */
export function EditorLink({ text, look, children }: { text: string; look?: 'primary' | 'plain'; children: ReactNode }) {
  return (
    <Button asChild look={look}>
      <Link to={EDITOR} search={editorSearch(text)}>
        {children}
      </Link>
    </Button>
  );
}
