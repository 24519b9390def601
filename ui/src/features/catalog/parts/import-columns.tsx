import { useState } from 'react';
import { Button } from '../../../shared/ui/button';
import { Checkbox } from '../../../shared/ui/checkbox';
import { DialogActions } from '../../../shared/ui/dialog';
import { Field } from '../../../shared/ui/field';
import { Input, Select } from '../../../shared/ui/input';
import { problemOf, SEPARATORS, TYPES, type ImportColumn, type Reading } from '../model/file-import';
import { objectName } from '../model/names';

interface ImportColumnsProps {
  reading: Reading;
  onReading: (reading: Reading) => void;
  columns: ImportColumn[];
  onColumns: (columns: ImportColumn[]) => void;
  suggested: string;
  busy: boolean;
  onCreate: (name: string, lenient: boolean, keep: boolean) => void;
  onClose: () => void;
}

const SHOWN = 4;

/** What is in the file, and what is to become of each column. */
export function ImportColumns({ reading, onReading, columns, onColumns, suggested, busy, onCreate, onClose }: ImportColumnsProps) {
  const [name, setName] = useState(suggested);
  const [lenient, setLenient] = useState(false);
  const [keep, setKeep] = useState(false);
  const named = objectName.safeParse(name);
  const problem = problemOf(columns);
  const change = (index: number, changed: Partial<ImportColumn>) =>
    onColumns(columns.map((column, other) => (other === index ? { ...column, ...changed } : column)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCreate(name.trim().toLowerCase(), lenient, keep);
      }}
    >
      <Field label="Table name" error={named.success ? undefined : named.error.issues[0]?.message}>
        <Input value={name} onChange={(event) => setName(event.target.value)} className="max-w-sm" />
      </Field>
      {reading.format === 'csv' ? (
        <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1">
          <Checkbox checked={reading.header} disabled={busy} onChange={(header) => onReading({ ...reading, header })}>
            The first line has the names
          </Checkbox>
          <label className="flex items-center gap-2">
            Values are separated by
            <Select className="w-32" disabled={busy} value={reading.separator} onChange={(event) => onReading({ ...reading, separator: event.target.value })}>
              {SEPARATORS.map(([separator, label]) => (
                <option key={separator} value={separator}>
                  {label}
                </option>
              ))}
            </Select>
          </label>
        </div>
      ) : null}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-label="Columns of the file" tabIndex={0} className="border-line max-h-[42vh] overflow-auto rounded-md border">
        <table className="w-full min-w-2xl border-separate border-spacing-0">
          <thead className="bg-sunken text-ink-soft sticky top-0 z-10 text-left text-sm">
            <tr>
              <th className="border-line w-10 border-b px-3 py-1.5 font-medium">
                <span className="sr-only">Used</span>
              </th>
              <th className="border-line w-52 border-b px-2 py-1.5 font-medium">Name</th>
              <th className="border-line w-40 border-b px-2 py-1.5 font-medium">Type</th>
              <th className="border-line border-b px-2 py-1.5 font-medium">First values</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              <tr key={index} className={column.used ? '' : 'opacity-55'}>
                <td className="border-line border-b px-3">
                  <Checkbox checked={column.used} onChange={(used) => change(index, { used })}>
                    <span className="sr-only">Use column {column.source}</span>
                  </Checkbox>
                </td>
                <td className="border-line border-b px-2 py-1">
                  <Input aria-label={`Name of column ${column.source}`} value={column.name} onChange={(event) => change(index, { name: event.target.value })} className="h-7" />
                </td>
                <td className="border-line border-b px-2 py-1">
                  <Select aria-label={`Type of column ${column.source}`} value={column.type} onChange={(event) => change(index, { type: event.target.value })} className="h-7">
                    {[column.found, ...TYPES.filter((type) => type !== column.found)].map((type) => (
                      <option key={type} value={type}>
                        {type}
                      </option>
                    ))}
                  </Select>
                </td>
                <td className="border-line text-code max-w-72 truncate border-b px-2 font-mono" title={column.samples.map((value) => value ?? 'null').join('\n').slice(0, 4000)}>
                  <bdi>{column.samples.slice(0, SHOWN).map((value) => value ?? 'null').join(' · ').slice(0, 300)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem ? (
        <p role="alert" className="text-danger mt-2">
          {problem}
        </p>
      ) : null}
      <div className="mt-3">
        <Checkbox checked={lenient} onChange={setLenient} hint="Otherwise the first value that is not of its column’s type ends the import, and no table is made.">
          Values that do not fit become NULL
        </Checkbox>
        <Checkbox checked={keep} onChange={setKeep}>
          Keep the file in the volume
        </Checkbox>
      </div>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" busy={busy} disabled={problem !== undefined || !named.success}>
          Create table
        </Button>
      </DialogActions>
    </form>
  );
}
