import { useState } from 'react';
import { grants, type Privilege } from '../../../shared/api/generated/catalog';
import type { PrincipalChoice } from '../../../shared/api/principals';
import { notify } from '../../../shared/notices/notices';
import { ErrorNote } from '../../../shared/states/error-note';
import { Button } from '../../../shared/ui/button';
import { Checkbox } from '../../../shared/ui/checkbox';
import { Dialog, DialogActions } from '../../../shared/ui/dialog';
import { PrincipalInput } from '../../../shared/ui/principal-input';
import { meaning, PRESETS, privilegeGroups, words, type Grantable } from '../model/privileges';

interface GrantDialogProps {
  open: boolean;
  onClose: () => void;
  type: Grantable;
  fullName: string;
  onDone: () => void;
}

/** Gives somebody rights on an object. */
export function GrantDialog({ open, onClose, type, fullName, onDone }: GrantDialogProps) {
  const [principals, setPrincipals] = useState<PrincipalChoice[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<Privilege>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const groups = privilegeGroups(type);
  const grantable = new Set(groups.flatMap((group) => group.privileges));
  const close = () => {
    setPrincipals([]);
    setChosen(new Set());
    setFailure(undefined);
    onClose();
  };
  const toggle = (privilege: Privilege, on: boolean) => {
    const next = new Set(chosen);
    if (on) {
      next.add(privilege);
    } else {
      next.delete(privilege);
    }
    setChosen(next);
  };
  const grant = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await grants.update({
        securableType: type.toLowerCase(),
        fullName,
        changes: principals.map((principal) => ({ principal: principal.name, add: [...chosen] })),
      });
      notify('success', `Granted ${[...chosen].map(words).join(', ')} on ${fullName} to ${principals.map((p) => p.label).join(', ')}`);
      close();
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={close} title={`Grant on ${fullName}`} about="What is granted here reaches everything in it.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void grant();
        }}
      >
        <h3 className="mb-1 font-medium">Who</h3>
        <PrincipalInput chosen={principals} onChange={setPrincipals} label="People, groups, service principals" />
        <div className="mb-1 flex items-center gap-2">
          <h3 className="flex-1 font-medium">May do what</h3>
          {type === 'CATALOG' || type === 'SCHEMA'
            ? PRESETS.map((preset) => (
                <Button key={preset.label} onClick={() => setChosen(new Set(preset.privileges.filter((p) => grantable.has(p))))}>
                  {preset.label}
                </Button>
              ))
            : null}
        </div>
        {groups.map((group) => (
          <fieldset key={group.label} className="mb-2">
            <legend className="text-ink-faint text-sm">{group.label}</legend>
            <div className="grid gap-x-4 sm:grid-cols-2">
              {group.privileges.map((privilege) => (
                <Checkbox
                  key={privilege}
                  checked={chosen.has(privilege)}
                  onChange={(on) => toggle(privilege, on)}
                  hint={meaning(privilege)}
                >
                  {words(privilege)}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        ))}
        {failure ? <ErrorNote error={failure} /> : null}
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" busy={busy} disabled={principals.length === 0 || chosen.size === 0}>
            Grant
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
