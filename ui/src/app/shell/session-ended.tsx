import { LogIn } from 'lucide-react';
import { signInAddress } from '../../shared/api/client';
import { sessionEnded } from '../../shared/api/session-state';
import { useStoreValue } from '../../shared/state/store';
import { Button } from '../../shared/ui/button';
import { Dialog, DialogActions } from '../../shared/ui/dialog';

/** Says that the server knows the session no more, over the page as it was. */
export function SessionEnded() {
  const ended = useStoreValue(sessionEnded);
  return (
    <Dialog
      open={ended}
      onClose={() => sessionEnded.set(false)}
      title="Your session has ended"
      about="It expired, or was ended elsewhere. Sign in to go on where you are; the texts of the SQL editor are kept in this browser."
    >
      <DialogActions>
        <Button onClick={() => sessionEnded.set(false)}>Stay on this page</Button>
        <Button look="primary" onClick={() => window.location.assign(signInAddress())}>
          <LogIn /> Sign in
        </Button>
      </DialogActions>
    </Dialog>
  );
}
