import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, FileCode2, MoreHorizontal, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../../shared/api/session';
import { Time } from '../../../shared/display/time';
import { notify } from '../../../shared/notices/notices';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { IconButton } from '../../../shared/ui/button';
import { classes } from '../../../shared/ui/classes';
import { SearchInput } from '../../../shared/ui/input';
import { Menu, MenuItem } from '../../../shared/ui/menu';
import { savedQueries, trashQuery, untrashQuery, type SavedQuery } from '../api';
import { foldersOf } from '../model/folders';

interface QueryPaneProps {
  /** The query of the open tab. */
  current: string | undefined;
  onOpen: (id: string) => void;
  onShare: (query: SavedQuery) => void;
  onVersions: (query: SavedQuery) => void;
}

/** All saved queries that the user may see, by folder. */
export function QueryPane({ current, onOpen, onShare, onVersions }: QueryPaneProps) {
  const session = useSession();
  const [words, setWords] = useState('');
  const [trash, setTrash] = useState(false);
  const list = useQuery(savedQueries(trash));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 p-2 pr-10">
        <SearchInput value={words} onChange={setWords} label={trash ? 'Search the trash' : 'Search saved queries'} className="min-w-0 flex-1" />
        <IconButton label={trash ? 'Back to the queries' : 'Show the trash'} aria-pressed={trash} look={trash ? 'plain' : 'quiet'} onClick={() => setTrash(!trash)}>
          <Trash2 />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3">
        <Loaded query={list} lines={5}>
          {(queries) => {
            const folders = foldersOf(queries, session.user_name, words);
            if (folders.length === 0) {
              return words ? (
                <p className="text-ink-faint px-3 py-4">No query has “{words}” in its name, description, tags or folder.</p>
              ) : (
                <Empty icon={trash ? Trash2 : FileCode2} title={trash ? 'The trash is empty' : 'No saved queries yet'}>
                  {trash ? 'Deleted queries lie here for 30 days.' : 'Write one and press Save: it is kept here, with all its versions.'}
                </Empty>
              );
            }
            return folders.map((folder) => (
              <details key={folder.path} open className="group">
                <summary title={folder.path} className="text-ink-soft hover:bg-hover flex h-7 list-none items-center gap-1 rounded-sm px-1.5 text-sm font-medium">
                  <ChevronRight aria-hidden className="size-3.5 shrink-0 transition-transform group-open:rotate-90" />
                  <bdi className="min-w-0 truncate">{folder.label}</bdi>
                  <span className="text-ink-faint ml-auto font-normal tabular-nums">{folder.queries.length}</span>
                </summary>
                <ul>
                  {folder.queries.map((query) => (
                    <Line key={query.id} query={query} chosen={query.id === current} trash={trash} onOpen={onOpen} onShare={onShare} onVersions={onVersions} />
                  ))}
                </ul>
              </details>
            ));
          }}
        </Loaded>
      </div>
    </div>
  );
}

interface LineProps extends Omit<QueryPaneProps, 'current'> {
  query: SavedQuery;
  chosen: boolean;
  trash: boolean;
}

function Line({ query, chosen, trash, onOpen, onShare, onVersions }: LineProps) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['saved-queries'] });
  const restore = useMutation({
    mutationFn: () => untrashQuery(query.id),
    onSuccess: () => {
      notify('success', `${query.display_name} is back`);
      return refresh();
    },
    onError: (error) => notify('danger', error.message),
  });
  const remove = useMutation({
    mutationFn: () => trashQuery(query.id),
    onSuccess: () => {
      notify('success', `${query.display_name} is in the trash`, { label: 'Undo', run: () => restore.mutate() });
      return refresh();
    },
    onError: (error) => notify('danger', error.message),
  });
  return (
    <li className={classes('group/line flex items-center rounded-sm pr-0.5', chosen ? 'bg-selected' : 'hover:bg-hover')}>
      <button
        type="button"
        disabled={trash}
        onClick={() => onOpen(query.id)}
        aria-current={chosen || undefined}
        title={query.description || query.display_name}
        className="flex h-8 min-w-0 flex-1 items-center gap-2 pl-6 text-left"
      >
        <FileCode2 aria-hidden className="text-ink-faint size-3.5 shrink-0" />
        <bdi className="min-w-0 truncate">{query.display_name}</bdi>
        <span className="text-ink-faint ml-auto shrink-0 text-xs group-focus-within/line:hidden group-hover/line:hidden max-md:hidden">
          <Time at={query.trash_time ?? query.update_time} />
        </span>
      </button>
      {trash ? (
        <IconButton label="Restore" busy={restore.isPending} onClick={() => restore.mutate()}>
          <Undo2 />
        </IconButton>
      ) : (
        <span className="flex opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 has-[[data-state=open]]:opacity-100 max-md:opacity-100">
          <Menu
            trigger={
              <IconButton label={`More for ${query.display_name}`}>
                <MoreHorizontal />
              </IconButton>
            }
          >
            <MenuItem onSelect={() => onShare(query)}>Share…</MenuItem>
            <MenuItem onSelect={() => onVersions(query)}>Versions…</MenuItem>
            <MenuItem danger icon={<Trash2 />} onSelect={() => remove.mutate()}>
              Move to trash
            </MenuItem>
          </Menu>
        </span>
      )}
    </li>
  );
}
