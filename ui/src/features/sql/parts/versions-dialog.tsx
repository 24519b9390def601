import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Time } from '../../../shared/display/time';
import { ErrorNote } from '../../../shared/states/error-note';
import { Loaded } from '../../../shared/states/loaded';
import { Button } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { classes } from '../../../shared/ui/classes';
import { Dialog, DialogActions } from '../../../shared/ui/dialog';
import { queryVersions, restoreVersion, type QueryVersion, type WholeQuery } from '../api';

interface VersionsDialogProps {
  query: { id: string; name: string } | undefined;
  onClose: () => void;
  onRestored: (query: WholeQuery) => void;
}

/** How a saved query was, and a way back. */
export function VersionsDialog({ query, onClose, onRestored }: VersionsDialogProps) {
  return (
    <Dialog wide open={query !== undefined} onClose={onClose} title={`Versions of ${query?.name ?? ''}`} about="Every change is kept, up to the last hundred.">
      {query ? <Versions id={query.id} onClose={onClose} onRestored={onRestored} /> : null}
    </Dialog>
  );
}

function Versions({ id, onClose, onRestored }: { id: string } & Omit<VersionsDialogProps, 'query'>) {
  const queries = useQueryClient();
  const list = useQuery(queryVersions(id));
  const [chosen, setChosen] = useState<number>();
  const restore = useMutation({
    mutationFn: (version: number) => restoreVersion(id, version),
    onSuccess: (query) => {
      void queries.invalidateQueries({ queryKey: ['saved-query', id] });
      onRestored(query);
      onClose();
    },
  });
  return (
    <Loaded query={list}>
      {(versions) => {
        const shown = versions.find((version) => version.version === chosen) ?? versions[0];
        return (
          <>
            <div className="flex h-[50vh] min-h-0 gap-3 max-md:flex-col">
              <ul className="border-line w-56 shrink-0 overflow-y-auto rounded-md border p-1 max-md:h-40 max-md:w-full">
                {versions.map((version, index) => (
                  <VersionLine key={version.version} version={version} newest={index === 0} chosen={version === shown} onChoose={setChosen} />
                ))}
              </ul>
              {/* A region that scrolls must be reachable with the keyboard. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <pre tabIndex={0} aria-label="Text of the version" className="bg-sunken border-line text-code min-w-0 flex-1 overflow-auto rounded-md border p-3 font-mono whitespace-pre-wrap">
                {shown?.query_text || 'Empty'}
              </pre>
            </div>
            {restore.error ? <ErrorNote error={restore.error} /> : null}
            <DialogActions>
              <Button onClick={onClose}>Close</Button>
              <Button
                look="primary"
                busy={restore.isPending}
                disabled={shown === undefined || shown === versions[0]}
                onClick={() => (shown ? restore.mutate(shown.version) : undefined)}
              >
                Restore version {shown?.version}
              </Button>
            </DialogActions>
          </>
        );
      }}
    </Loaded>
  );
}

interface VersionLineProps {
  version: QueryVersion;
  newest: boolean;
  chosen: boolean;
  onChoose: (version: number) => void;
}

function VersionLine({ version, newest, chosen, onChoose }: VersionLineProps) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => onChoose(version.version)}
        className={classes('w-full rounded-sm px-2 py-1 text-left', chosen ? 'bg-selected' : 'hover:bg-hover')}
      >
        <span className="flex items-center gap-2">
          Version {version.version}
          {newest ? <Chip tone="accent">newest</Chip> : null}
        </span>
        <span className="text-ink-faint block truncate text-sm">
          <bdi>{version.author_user_name}</bdi>, <Time at={version.create_time} />
        </span>
      </button>
    </li>
  );
}
