import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../../shared/api/session';
import { LazySqlEditor } from '../../shared/editor/lazy-editor';
import type { EditorHandle } from '../../shared/editor/sql-editor';
import { Page } from '../../shared/layout/page';
import { SidePane } from '../../shared/layout/side-pane';
import { notify } from '../../shared/notices/notices';
import { PermissionDialog } from '../../shared/permissions/permission-dialog';
import { useStored } from '../../shared/preferences/stored';
import { parametersOf, statementAt, statementsOf, usedNames, offsetOf } from '../../shared/sql-text/script';
import { useStoreValue } from '../../shared/state/store';
import { Skeleton } from '../../shared/states/skeleton';
import { useWarehouse } from '../../shared/statements/warehouses';
import { Confirm } from '../../shared/ui/confirm';
import { createQuery, savedQuery, saveQuery, type WholeQuery } from './api';
import { liveNames } from './model/names';
import type { RunSettings, StatementRun } from './model/run';
import { runnerOf, tabsOf, type EditorTab } from './model/tabs';
import { EditorToolbar } from './parts/editor-toolbar';
import { ParameterRow } from './parts/parameter-row';
import { QueryPane } from './parts/query-pane';
import { ResultsPanel, type ResultView } from './parts/results-panel';
import { SaveDialog } from './parts/save-dialog';
import { SplitRows } from './parts/split-rows';
import { changed, TabBar } from './parts/tab-bar';
import { VersionsDialog } from './parts/versions-dialog';

interface EditorSearch {
  text?: string;
  query?: string;
  view?: ResultView;
}

type Named = { id: string; name: string };

/** Write SQL, run it, look at what comes out. */
export function EditorPage() {
  const session = useSession();
  const model = tabsOf(session);
  const { tabs } = useStoreValue(model.store);
  const tab = model.active();
  const search = useSearch({ from: '/editor' });
  const navigate = useNavigate({ from: '/editor' });
  const queries = useQueryClient();
  const { warehouse, warehouses, choose } = useWarehouse();
  const [limit, setLimit] = useStored('editor.limit', 10_000);
  const editor = useRef<EditorHandle>(null);
  const [saving, setSaving] = useState(false);
  const [sharing, setSharing] = useState<Named>();
  const [versions, setVersions] = useState<Named>();
  const [closing, setClosing] = useState<EditorTab>();
  const runner = runnerOf(tab.id);
  const script = useStoreValue(runner.store);
  const warehouseId = (warehouses.some((other) => other.id === tab.warehouse) ? tab.warehouse : warehouse?.id) ?? '';
  const namespace = useRef({ catalog: '', schema: '' });
  useEffect(() => {
    namespace.current = { catalog: tab.catalog ?? 'main', schema: tab.schema ?? 'default' };
  });
  const names = useMemo(() => liveNames(queries, () => namespace.current), [queries]);
  const parameters = useMemo(() => parametersOf(tab.text), [tab.text]);

  useOpened(search, (query) => openQuery(query));

  function openQuery(query: WholeQuery): void {
    const known = tabs.find((other) => other.query?.id === query.id);
    if (known) {
      model.activate(known.id);
    } else {
      model.open({ title: query.display_name, text: query.query_text, ...placeOf(query), query: linkOf(query) });
    }
  }

  const settings = (): RunSettings => ({
    warehouse: warehouseId,
    catalog: tab.catalog,
    schema: tab.schema,
    rowLimit: limit > 0 ? limit : undefined,
    parameters: parametersOf(editor.current?.text() ?? '').map((name) => ({
      name,
      type: tab.parameters[name]?.type ?? 'STRING',
      value: tab.parameters[name]?.value ?? '',
    })),
  });

  const start = (statements: { text: string; from?: number }[]) => {
    if (warehouseId === '') {
      notify('danger', 'There is no SQL warehouse that you may use. Whoever manages one can give you CAN USE on it.');
      return;
    }
    if (statements.length === 0) {
      return;
    }
    editor.current?.mark([]);
    void runner
      .run(statements, settings(), (text, current) => {
        const used = usedNames(text);
        if (!used) {
          return current;
        }
        const next = { catalog: used.catalog ?? current.catalog, schema: used.schema };
        model.update(tab.id, next);
        return { ...current, ...next };
      })
      .then(() => mark(runner.store.get().statements));
  };

  const run = (what: 'current' | 'all' | 'explain') => {
    const text = editor.current?.text() ?? '';
    const selection = editor.current?.selection();
    const selected = selection && selection.text.trim() !== '' ? statementsOf(selection.text).map((part) => ({ text: part.text, from: part.from + selection.from })) : [];
    const here = statementAt(text, selection?.from ?? 0);
    const wanted = what === 'all' ? statementsOf(text) : selected.length > 0 ? selected : here ? [here] : [];
    start(what === 'explain' ? wanted.slice(0, 1).map((part) => ({ text: `EXPLAIN FORMATTED ${part.text}` })) : wanted);
  };

  const mark = (runs: StatementRun[]) => {
    const errors = runs.filter((other) => other.error && other.state === 'failed' && other.from !== undefined);
    editor.current?.mark(errors.map((other) => placeOfError(other)));
  };

  const save = async () => {
    const text = editor.current?.text() ?? tab.text;
    const { query } = tab;
    if (!query) {
      setSaving(true);
      return;
    }
    try {
      const saved = await saveQuery(query.id, { query_text: text, etag: query.etag, ...draftPlace(tab) });
      model.update(tab.id, { text, query: linkOf(saved) });
      notify('success', `Saved ${saved.display_name}`);
      void queries.invalidateQueries({ queryKey: ['saved-queries'] });
    } catch (error) {
      notify('danger', error instanceof Error ? error.message : String(error));
    }
  };

  const saveAs = async (name: string, folder: string) => {
    const text = editor.current?.text() ?? tab.text;
    const made = await createQuery({ display_name: name, parent_path: folder, query_text: text, ...draftPlace(tab) });
    const whole = await queries.fetchQuery(savedQuery(made.id));
    model.update(tab.id, { title: whole.display_name, text, query: linkOf(whole) });
    void queries.invalidateQueries({ queryKey: ['saved-queries'] });
  };

  const format = async () => {
    const text = editor.current?.text() ?? '';
    try {
      const { format: made } = await import('sql-formatter');
      editor.current?.replace(made(text, { language: 'spark', keywordCase: 'upper', tabWidth: 2, paramTypes: { named: [':'] } }));
    } catch {
      notify('danger', 'The text cannot be formatted: it is not whole SQL yet.');
    }
  };

  const restored = (query: WholeQuery) => {
    const open = model.store.get().tabs.find((other) => other.query?.id === query.id);
    if (open) {
      model.update(open.id, { text: query.query_text, query: linkOf(query), revision: (open.revision ?? 0) + 1 });
    }
    notify('success', `${query.display_name} is as it was: version ${query.etag} now`);
  };

  const close = (id: string) => {
    const wanted = tabs.find((other) => other.id === id);
    if (wanted && changed(wanted)) {
      setClosing(wanted);
    } else {
      model.close(id);
    }
  };

  const keys = [
    { key: 'Mod-Enter', run: () => run('current') },
    { key: 'Mod-Shift-Enter', run: () => run('all') },
    { key: 'Mod-s', run: () => void save() },
    { key: 'Shift-Alt-f', run: () => void format() },
  ];

  return (
    <SidePane
      name="editor"
      label="Saved queries"
      narrow="content"
      pane={
        <QueryPane
          current={tab.query?.id}
          onOpen={(id) => void queries.fetchQuery(savedQuery(id)).then(openQuery, (error: Error) => notify('danger', error.message))}
          onShare={(query) => setSharing({ id: query.id, name: query.display_name })}
          onVersions={(query) => setVersions({ id: query.id, name: query.display_name })}
        />
      }
    >
      <Page title={tab.title}>
        <h1 className="sr-only">SQL editor</h1>
        <TabBar tabs={tabs} active={tab.id} onOpen={() => model.open({})} onChoose={(id) => model.activate(id)} onClose={close} />
        <EditorToolbar
          tab={tab}
          running={script.running}
          warehouses={warehouses}
          warehouseId={warehouseId}
          limit={limit}
          onRun={run}
          onCancel={() => runner.cancel()}
          onWarehouse={(id) => {
            choose(id);
            model.update(tab.id, { warehouse: id });
          }}
          onNamespace={(catalog, schema) => model.update(tab.id, { catalog, schema })}
          onLimit={setLimit}
          onFormat={() => void format()}
          onSave={() => void save()}
          onSaveAs={() => setSaving(true)}
          onShare={() => setSharing(tab.query ? { id: tab.query.id, name: tab.title } : undefined)}
          onVersions={() => setVersions(tab.query ? { id: tab.query.id, name: tab.title } : undefined)}
        />
        <ParameterRow names={parameters} values={tab.parameters} onChange={(next) => model.update(tab.id, { parameters: next })} onRun={() => run('current')} />
        <SplitRows
          name="editor.split"
          top={
            <Suspense fallback={<Skeleton />}>
              <LazySqlEditor
                ref={editor}
                document={`${tab.id} ${tab.revision ?? 0}`}
                initial={tab.text}
                onChange={(text) => model.type(tab.id, text)}
                keys={keys}
                names={names}
                label="SQL"
              />
            </Suspense>
          }
          bottom={
            <ResultsPanel
              key={tab.id}
              runner={runner}
              name={tab.title}
              view={search.view ?? 'table'}
              onView={(view: ResultView) => void navigate({ search: (old: EditorSearch) => ({ ...old, view: view === 'table' ? undefined : view }), replace: true })}
              chart={tab.chart}
              onChart={(chart) => model.update(tab.id, { chart })}
              onPlace={(failed) => {
                mark([failed]);
                editor.current?.focus();
              }}
            />
          }
        />
        <SaveDialog open={saving} name={tab.title} folder={tab.query?.folder} onClose={() => setSaving(false)} onSave={saveAs} />
        <PermissionDialog open={sharing !== undefined} onClose={() => setSharing(undefined)} type="queries" id={sharing?.id ?? ''} name={sharing?.name ?? ''} />
        <VersionsDialog query={versions} onClose={() => setVersions(undefined)} onRestored={restored} />
        <Confirm
          open={closing !== undefined}
          onClose={() => setClosing(undefined)}
          title={`Close ${closing?.title ?? ''}?`}
          action="Close and lose it"
          run={() => Promise.resolve(model.close(closing?.id ?? ''))}
        >
          It has changes that are not saved.
        </Confirm>
      </Page>
    </SidePane>
  );
}

/** What the address asks to open; it is taken out of the address then, so that reload does not open it again. */
function useOpened(search: EditorSearch, open: (query: WholeQuery) => void): void {
  const navigate = useNavigate({ from: '/editor' });
  const queries = useQueryClient();
  const model = tabsOf(useSession());
  const { text, query } = search;
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    if (text === undefined && query === undefined) {
      return;
    }
    void navigate({ search: (old: EditorSearch) => ({ ...old, text: undefined, query: undefined }), replace: true });
    if (query !== undefined) {
      queries.fetchQuery(savedQuery(query)).then((found) => latest.current(found), (error: Error) => notify('danger', error.message));
    } else {
      model.open({ text: text ?? '' });
    }
  }, [text, query, navigate, queries, model]);
}

function linkOf(query: WholeQuery): EditorTab['query'] {
  return { id: query.id, etag: query.etag, savedText: query.query_text, folder: query.parent_path, level: query.permission_level };
}

function placeOf(query: WholeQuery): Partial<EditorTab> {
  return { warehouse: query.warehouse_id, catalog: query.catalog, schema: query.schema };
}

function draftPlace(tab: EditorTab) {
  return { warehouse_id: tab.warehouse, catalog: tab.catalog, schema: tab.schema };
}

function placeOfError(run: StatementRun): { from: number; to: number; message: string } {
  const from = run.from ?? 0;
  const { line, column, message = '' } = run.error ?? {};
  if (line === undefined) {
    return { from, to: from + run.text.length, message };
  }
  const at = offsetOf(run.text, line, column ?? 1);
  const word = /^[\p{L}\p{N}_`.]+/u.exec(run.text.slice(at))?.[0] ?? ' ';
  return { from: from + at, to: from + at + word.length, message };
}
