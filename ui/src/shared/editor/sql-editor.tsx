import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { completionSource, type Names } from './completion';
import { sparkDialect } from './dialect';
import { editorTheme } from './theme';

/** What a page does with the editor beside drawing it. */
export interface EditorHandle {
  text(): string;
  /** The selected text with its place, or only the place of the cursor. */
  selection(): { text: string; from: number; to: number };
  replace(text: string): void;
  insert(text: string): void;
  mark(errors: { from: number; to: number; message: string }[]): void;
  focus(): void;
}

interface SqlEditorProps {
  /** Which document: another one brings its own text, undo and selection. */
  document: string;
  initial: string;
  onChange: (text: string) => void;
  keys: { key: string; run: () => void }[];
  names: Names;
  label: string;
  ref?: Ref<EditorHandle>;
}

/** An editor for SQL. Typing changes nothing outside but what `onChange` does: the page is not drawn again. */
export function SqlEditor({ document, initial, onChange, keys, names, label, ref }: SqlEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const states = useRef(new Map<string, EditorState>());
  const latest = useRef({ onChange, keys, names, initial, document });
  useEffect(() => {
    latest.current = { onChange, keys, names, initial, document };
  });
  useEffect(() => {
    const kept = states.current;
    const extensions = extensionsOf(latest, label);
    const made = kept.get(document) ?? EditorState.create({ doc: latest.current.initial, extensions });
    if (!view.current && parent.current) {
      view.current = new EditorView({ state: made, parent: parent.current });
    } else {
      view.current?.setState(made);
    }
    const own = view.current;
    return () => {
      if (own) {
        kept.set(document, own.state);
      }
    };
  }, [document, label]);
  useEffect(
    () => () => {
      view.current?.destroy();
      view.current = undefined;
    },
    [],
  );
  useImperativeHandle(ref, () => handleOf(() => view.current), []);
  return <div ref={parent} className="h-full min-h-0 overflow-hidden" />;
}

function handleOf(view: () => EditorView | undefined): EditorHandle {
  return {
    text: () => view()?.state.doc.toString() ?? '',
    selection: () => {
      const state = view()?.state;
      const main = state?.selection.main;
      return { text: state?.sliceDoc(main?.from, main?.to) ?? '', from: main?.from ?? 0, to: main?.to ?? 0 };
    },
    replace: (text) => {
      const own = view();
      own?.dispatch({ changes: { from: 0, to: own.state.doc.length, insert: text }, scrollIntoView: true });
    },
    insert: (text) => {
      const own = view();
      own?.dispatch(own.state.replaceSelection(text));
      own?.focus();
    },
    mark: (errors) => {
      const own = view();
      if (own) {
        const length = own.state.doc.length;
        own.dispatch(
          setDiagnostics(
            own.state,
            errors.map((error) => ({
              from: Math.min(error.from, length),
              to: Math.min(Math.max(error.to, error.from + 1), length),
              severity: 'error' as const,
              message: error.message,
            })),
          ),
        );
      }
    },
    focus: () => view()?.focus(),
  };
}

interface Latest {
  onChange: (text: string) => void;
  keys: { key: string; run: () => void }[];
  names: Names;
}

function extensionsOf(latest: { current: Latest }, label: string): Extension[] {
  const current: Names = {
    catalogs: () => latest.current.names.catalogs(),
    schemas: (catalog) => latest.current.names.schemas(catalog),
    tables: (catalog, schema) => latest.current.names.tables(catalog, schema),
    columns: (name) => latest.current.names.columns(name),
    current: () => latest.current.names.current(),
  };
  const own = latest.current.keys.map(({ key }, index) => ({
    key,
    preventDefault: true,
    run: () => {
      latest.current.keys[index]?.run();
      return true;
    },
  }));
  return [
    Prec.highest(keymap.of(own)),
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    EditorView.lineWrapping,
    placeholder('Write SQL here'),
    sql({ dialect: sparkDialect, upperCaseKeywords: true }),
    autocompletion({ override: [completionSource(current)], maxRenderedOptions: 100 }),
    // Tab indents; Escape and then Tab leaves the editor.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap, ...completionKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocorrect: 'off' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        latest.current.onChange(update.state.doc.toString());
      }
    }),
    editorTheme,
  ];
}
