import { useState, type ReactNode } from 'react';
import { ErrorNote } from '../states/error-note';
import { Button } from './button';
import { Dialog, DialogActions } from './dialog';
import { Field } from './field';
import { Input } from './input';

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What goes with it, and whether it can be undone. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  /** For what cannot be undone: the name to type. */
  typed?: string;
  run: () => Promise<unknown>;
}

/** Asks before something is destroyed, and names what goes with it. */
export function Confirm({ open, onClose, title, children, action, typed, run }: ConfirmProps) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const close = () => {
    setText('');
    setFailure(undefined);
    onClose();
  };
  const submit = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await run();
      close();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="text-ink-soft mb-3">{children}</div>
        {typed ? (
          <Field label={`Type ${typed} to go on`}>
            <Input value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
        ) : null}
        {failure ? <ErrorNote error={failure} /> : null}
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
          <Button look="danger" type="submit" busy={busy} disabled={typed !== undefined && text !== typed}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
