import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import type { EffectivePrivilegeAssignment } from '../../../shared/api/generated/catalog';
import type { PrincipalChoice } from '../../../shared/api/principals';
import { Dialog } from '../../../shared/ui/dialog';
import { PrincipalInput } from '../../../shared/ui/principal-input';
import { allows, explainRead, type Level } from '../model/explain-access';

interface AccessDialogProps {
  open: boolean;
  onClose: () => void;
  levels: Level[];
  effective: EffectivePrivilegeAssignment[];
}

/** Answers "why can she read this?" for one person. */
export function AccessDialog({ open, onClose, levels, effective }: AccessDialogProps) {
  const [person, setPerson] = useState<PrincipalChoice[]>([]);
  const object = levels.at(-1)?.name ?? '';
  return (
    <Dialog side open={open} onClose={onClose} title="Who can read this, and why" about={object}>
      <PrincipalInput single chosen={person} onChange={setPerson} label="Somebody's name" />
      {person.map((chosen) => (
        <Explanation key={chosen.name} person={chosen} levels={levels} effective={effective} object={object} />
      ))}
      {person.length === 0 ? <p className="text-ink-soft">Choose a person, a group or a service principal.</p> : null}
    </Dialog>
  );
}

interface ExplanationProps {
  person: PrincipalChoice;
  levels: Level[];
  effective: EffectivePrivilegeAssignment[];
  object: string;
}

function Explanation({ person, levels, effective, object }: ExplanationProps) {
  const requirements = explainRead(levels, effective, person);
  const able = allows(requirements);
  return (
    <section aria-live="polite">
      <p className={able ? 'bg-success-soft text-success mb-3 rounded-md px-3 py-2 font-semibold' : 'bg-warning-soft text-warning mb-3 rounded-md px-3 py-2 font-semibold'}>
        {person.label} {able ? 'can read' : 'cannot read'} {object}
      </p>
      <ul className="space-y-3">
        {requirements.map((requirement) => (
          <li key={requirement.need} className="flex gap-2">
            {requirement.reasons.length > 0 ? (
              <CircleCheck aria-label="has" className="text-success mt-0.5 size-4 shrink-0" />
            ) : (
              <CircleX aria-label="lacks" className="text-danger mt-0.5 size-4 shrink-0" />
            )}
            <div className="min-w-0">
              <p className="font-medium break-words">{requirement.need}</p>
              {requirement.reasons.map((reason) => (
                <p key={reason} className="text-ink-soft break-words">
                  because {reason}
                </p>
              ))}
              {requirement.reasons.length === 0 ? (
                <p className="text-ink-soft">Nobody has granted it to them or to a group of theirs.</p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <p className="text-ink-faint mt-4">
        {person.groups.length > 0 ? `Groups of ${person.label}: ${person.groups.join(', ')}.` : `${person.label} is in no group.`}
      </p>
    </section>
  );
}
