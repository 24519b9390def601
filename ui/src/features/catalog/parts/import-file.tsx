import { FileUp } from 'lucide-react';
import { useId } from 'react';
import { bytes } from '../../../shared/display/numbers';
import { Field } from '../../../shared/ui/field';
import { Select } from '../../../shared/ui/input';
import { ACCEPTED, formatOf } from '../model/file-import';

/** Stands for a volume that is made for the file. */
export const NEW_VOLUME = '*new*';

interface FileChoiceProps {
  file: File | undefined;
  onFile: (file: File | undefined) => void;
  volumes: string[];
  volume: string;
  onVolume: (volume: string) => void;
  disabled: boolean;
}

/** Which file, and through which volume it comes. */
export function FileChoice({ file, onFile, volumes, volume, onVolume, disabled }: FileChoiceProps) {
  const id = useId();
  const unknown = file && !formatOf(file.name);
  return (
    <>
      <div
        className="border-line-strong bg-sunken mb-4 flex flex-col items-center gap-2 rounded-md border border-dashed px-4 py-8 text-center"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          onFile(event.dataTransfer.files[0] ?? file);
        }}
      >
        <FileUp aria-hidden className="text-ink-faint size-6" />
        {file ? (
          <p className="max-w-full break-words">
            <bdi className="font-medium">{file.name}</bdi> <span className="text-ink-soft">{bytes(file.size)}</span>
          </p>
        ) : (
          <p className="text-ink-soft">Drop a file here, or</p>
        )}
        <label htmlFor={id} className="sr-only">
          File
        </label>
        <input
          id={id}
          type="file"
          accept={ACCEPTED.join(',')}
          disabled={disabled}
          onChange={(event) => onFile(event.target.files?.[0])}
          className="file:bg-surface file:border-line-strong file:text-ink max-w-full text-transparent file:mr-0 file:h-8 file:rounded-sm file:border file:px-3 file:font-medium"
        />
        {unknown ? (
          <p role="alert" className="text-danger">
            Only {ACCEPTED.join(', ')} can become a table here.
          </p>
        ) : null}
      </div>
      <Field label="Volume" hint="Where the file lies while the table is made of it. You need WRITE VOLUME and READ VOLUME on it.">
        <Select value={volume} disabled={disabled} onChange={(event) => onVolume(event.target.value)}>
          {volumes.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          {volumes.includes('uploads') ? null : <option value={NEW_VOLUME}>A new managed volume, uploads</option>}
        </Select>
      </Field>
    </>
  );
}
