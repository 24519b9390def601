import { useState } from 'react';
import { useSession } from '../../../shared/api/session';
import { ErrorNote } from '../../../shared/states/error-note';
import { Button } from '../../../shared/ui/button';
import { Dialog, DialogActions } from '../../../shared/ui/dialog';
import { Field } from '../../../shared/ui/field';
import { Input } from '../../../shared/ui/input';
import { homeOf } from '../model/folders';

interface SaveDialogProps {
  open: boolean;
  name: string;
  folder?: string;
  onClose: () => void;
  onSave: (name: string, folder: string) => Promise<unknown>;
}

/** Where a query is kept, and under which name. */
export function SaveDialog({ open, name, folder, onClose, onSave }: SaveDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Save query" about="Only you see it until you share it.">
      {open ? <SaveForm name={name} folder={folder} onClose={onClose} onSave={onSave} /> : null}
    </Dialog>
  );
}

function SaveForm({ name: initial, folder: initialFolder, onClose, onSave }: Omit<SaveDialogProps, 'open'>) {
  const home = homeOf(useSession().user_name);
  const [name, setName] = useState(initial.startsWith('Untitled') ? '' : initial);
  const [folder, setFolder] = useState(initialFolder ?? home);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const submit = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onSave(name.trim(), folder.trim());
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Name">
        <Input required maxLength={255} value={name} onChange={(event) => setName(event.target.value)} placeholder="Delays by carrier" />
      </Field>
      <Field label="Folder" hint={`Your own is ${home}; /Workspace/Shared is everybody's. Folders below them come into being by being named.`}>
        <Input required list="query-folders" value={folder} onChange={(event) => setFolder(event.target.value)} />
      </Field>
      <datalist id="query-folders">
        <option value={home} />
        <option value="/Workspace/Shared" />
      </datalist>
      {failure ? <ErrorNote error={failure} /> : null}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" busy={busy} disabled={name.trim() === ''}>
          Save query
        </Button>
      </DialogActions>
    </form>
  );
}
