import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { send } from '../../../shared/api/client';
import { volumes } from '../../../shared/api/generated/catalog';
import { fileAddress, upload } from '../../../shared/api/upload';
import { objectPath } from '../../../shared/navigation/paths';
import { notify } from '../../../shared/notices/notices';
import { ErrorNote } from '../../../shared/states/error-note';
import { runStatement } from '../../../shared/statements/run-statement';
import { useWarehouse } from '../../../shared/statements/warehouses';
import { Button } from '../../../shared/ui/button';
import { Dialog, DialogActions } from '../../../shared/ui/dialog';
import { part, refreshCatalog } from '../api';
import {
  columnsOf,
  createStatement,
  formatOf,
  previewStatement,
  separatorOf,
  storedName,
  tableNameOf,
  textStatement,
  type ImportColumn,
  type Reading,
} from '../model/file-import';
import { ImportColumns } from './import-columns';
import { FileChoice, NEW_VOLUME } from './import-file';
import { ImportProgress, type Work } from './import-progress';

interface ImportDialogProps {
  open: boolean;
  onClose: () => void;
  schema: string;
  /** A file that was dropped on the page. */
  dropped?: File;
}

/** Makes a table of a file: puts it into a volume, shows what is in it, and has SQL read it. */
export function ImportDialog({ open, onClose, schema, dropped }: ImportDialogProps) {
  return (
    <Dialog wide open={open} onClose={onClose} title="Create a table from a file" about={`In ${schema}: CSV, JSON or Parquet.`}>
      <Steps key={dropped ? `${dropped.name} ${dropped.lastModified}` : ''} schema={schema} dropped={dropped} onClose={onClose} />
    </Dialog>
  );
}

function Steps({ schema, dropped, onClose }: Omit<ImportDialogProps, 'open'>) {
  const [file, setFile] = useState(dropped);
  const [volume, setVolume] = useState('');
  const [reading, setReading] = useState<Reading>();
  const [columns, setColumns] = useState<ImportColumn[]>([]);
  const [work, setWork] = useState<Work>();
  const [failure, setFailure] = useState<unknown>();
  const running = useRef<AbortController>(undefined);
  const stored = useRef<string>(undefined);
  const { warehouse } = useWarehouse();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [catalogName, schemaName] = [part(schema, 0), part(schema, 1)];
  const places = useQuery({
    queryKey: ['volumes', schema, 'all'],
    queryFn: () => volumes.list({ catalog_name: catalogName, schema_name: schemaName, max_results: 1000 }).then((page) => page.volumes ?? []),
  });
  const chosen = volume || (places.data?.[0]?.name ?? NEW_VOLUME);

  const discard = async () => {
    const path = stored.current;
    stored.current = undefined;
    if (path) {
      await remove(path);
    }
  };
  // What was put into the volume for this dialog goes with it, however it is closed.
  useEffect(
    () => () => {
      running.current?.abort();
      if (stored.current) {
        void remove(stored.current);
      }
    },
    [],
  );

  /** Runs a step that can be cancelled; its failure is shown below. */
  const step = async (first: Work, run: (signal: AbortSignal) => Promise<void>) => {
    const controller = new AbortController();
    running.current = controller;
    setFailure(undefined);
    setWork(first);
    try {
      await run(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) {
        setFailure(error);
      }
    } finally {
      setWork(undefined);
    }
  };
  const statement = (text: string, signal: AbortSignal) => {
    if (!warehouse?.id) {
      throw new Error('Files are read on a SQL warehouse, and there is none that you may use.');
    }
    return runStatement(text, { warehouse: warehouse.id, signal, long: true });
  };
  const look = (next: Reading) =>
    step({ label: 'Reading the file' }, async (signal) => {
      setReading(next);
      const preview = await statement(previewStatement(next), signal);
      setColumns(columnsOf(preview, next.format === 'csv' ? await statement(textStatement(next), signal) : preview));
    });
  const uploadFile = () =>
    step({ label: 'Uploading', done: 0, all: file?.size }, async (signal) => {
      const format = file && formatOf(file.name);
      if (!file || !format) {
        return;
      }
      const name = chosen === NEW_VOLUME ? 'uploads' : chosen;
      if (chosen === NEW_VOLUME) {
        await volumes.create({ catalog_name: catalogName, schema_name: schemaName, name, volume_type: 'MANAGED' });
        void queries.invalidateQueries({ queryKey: ['volumes', schema] });
      }
      const path = `/Volumes/${catalogName}/${schemaName}/${name}/${storedName(file.name, Date.now())}`;
      const start = await file.slice(0, 4096).text();
      await discard();
      await upload(path, file, { signal, onProgress: (done) => setWork({ label: 'Uploading', done, all: file.size }) });
      stored.current = path;
      await look({ path, format, header: true, separator: separatorOf(start), array: start.trimStart().startsWith('[') });
    });
  const create = (name: string, lenient: boolean, keep: boolean) =>
    step({ label: 'Creating the table' }, async (signal) => {
      if (!reading) {
        return;
      }
      const table = `${schema}.${name}`;
      await statement(createStatement(reading, table, columns, lenient), signal);
      if (keep) {
        stored.current = undefined;
      }
      notify('success', `Created table ${table}`);
      void refreshCatalog(queries);
      await navigate({ to: objectPath('table', table) });
    });

  return (
    <>
      {reading && columns.length > 0 ? (
        <ImportColumns
          reading={reading}
          onReading={(next) => void look(next)}
          columns={columns}
          onColumns={setColumns}
          suggested={tableNameOf(file?.name ?? '')}
          busy={work !== undefined}
          onCreate={(name, lenient, keep) => void create(name, lenient, keep)}
          onClose={onClose}
        />
      ) : (
        <>
          <FileChoice
            file={file}
            onFile={setFile}
            volumes={places.data?.map((place) => place.name ?? '') ?? []}
            volume={chosen}
            onVolume={setVolume}
            disabled={work !== undefined}
          />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button look="primary" disabled={!file || !formatOf(file.name) || work !== undefined} onClick={() => void uploadFile()}>
              Upload and preview
            </Button>
          </DialogActions>
        </>
      )}
      {work ? <ImportProgress work={work} onCancel={() => running.current?.abort()} /> : null}
      {failure ? (
        <div className="mt-3">
          <ErrorNote error={failure} />
        </div>
      ) : null}
    </>
  );
}

/** Somebody else may have removed it meanwhile: then it is gone, as it should be. */
async function remove(path: string): Promise<void> {
  await send('DELETE', fileAddress(path)).catch(() => undefined);
}
