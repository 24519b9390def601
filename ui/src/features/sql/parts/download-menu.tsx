import { Download } from 'lucide-react';
import { useState } from 'react';
import { notify } from '../../../shared/notices/notices';
import { joinArrow } from '../../../shared/results/export-text';
import type { ResultReader } from '../../../shared/results/result-reader';
import { IconButton } from '../../../shared/ui/button';
import { Menu, MenuItem, MenuLabel } from '../../../shared/ui/menu';
import { arrowOf, type StatementRun } from '../model/run';

/** The result as a file. */
export function DownloadMenu({ run, reader, name }: { run: StatementRun; reader: ResultReader; name: string }) {
  const [busy, setBusy] = useState(false);
  const file = name.replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'result';
  const get = async (make: () => Promise<Blob>, ending: string) => {
    setBusy(true);
    try {
      save(await make(), `${file}.${ending}`);
    } catch (error) {
      notify('danger', `The file could not be made: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      setBusy(false);
    }
  };
  const arrow = async () => {
    if (!run.settings) {
      throw new Error('The statement has not run.');
    }
    return new Blob(joinArrow(await arrowOf(run.text, run.settings)) as BlobPart[], { type: 'application/vnd.apache.arrow.stream' });
  };
  return (
    <Menu
      trigger={
        <IconButton label="Download" busy={busy}>
          <Download />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => void get(() => reader.export('csv'), 'csv')}>CSV</MenuItem>
      <MenuItem onSelect={() => void get(() => reader.export('json'), 'jsonl')}>JSON, an object a line</MenuItem>
      <MenuLabel>Runs the query again</MenuLabel>
      <MenuItem onSelect={() => void get(arrow, 'arrow')}>Arrow stream</MenuItem>
    </Menu>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
