import { TriangleAlert } from 'lucide-react';
import { CopyButton } from '../../../shared/display/copy-button';
import { Button } from '../../../shared/ui/button';
import { Dialog, DialogActions } from '../../../shared/ui/dialog';

interface ShownOnceProps {
  /** Nothing shows nothing. */
  secret: string | undefined;
  title: string;
  about: string;
  label: string;
  onClose: () => void;
}

/** A secret, once: the server keeps only its hash. */
export function ShownOnce({ secret, title, about, label, onClose }: ShownOnceProps) {
  return (
    <Dialog open={secret !== undefined} onClose={onClose} title={title} about={about}>
      <div className="bg-sunken border-line flex items-center gap-2 rounded-md border p-2 pl-3">
        <output aria-label={label} className="text-code min-w-0 flex-1 font-mono break-all">
          {secret}
        </output>
        <CopyButton text={secret ?? ''} label="Copy" className="size-8" />
      </div>
      <p className="text-warning mt-3 flex items-center gap-1.5">
        <TriangleAlert aria-hidden className="size-4 shrink-0" /> It is not shown again. Keep it like a password.
      </p>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          I have kept it
        </Button>
      </DialogActions>
    </Dialog>
  );
}
