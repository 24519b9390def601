import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useSession } from '../../../shared/api/session';
import { copyText } from '../../../shared/display/copy-button';
import type { ObjectKind } from '../../../shared/navigation/paths';
import { notify } from '../../../shared/notices/notices';
import { Button } from '../../../shared/ui/button';
import { catalogQuery, schemaQuery } from '../api';
import { requestText } from '../model/request';

interface RequestAccessProps {
  kind: ObjectKind;
  fullName: string;
  /** The object's owner, where it is known. */
  owner?: string;
}

/** Who can give access, and what to ask them for. */
export function RequestAccess({ kind, fullName, owner }: RequestAccessProps) {
  const session = useSession();
  const [catalog = '', schema, object] = fullName.split('.');
  const inCatalog = kind !== 'location' && kind !== 'credential';
  const above = useQuery({ ...schemaQuery(`${catalog}.${schema}`), enabled: inCatalog && object !== undefined }).data?.owner;
  const top = useQuery({ ...catalogQuery(catalog), enabled: inCatalog && schema !== undefined }).data?.owner;
  const owners: [string, string][] = [];
  for (const [of, name] of [[`the ${kind}`, owner], ['its schema', above], ['its catalog', top]] as const) {
    if (name) {
      owners.push([of, name]);
    }
  }
  const copy = async () => {
    await copyText(requestText(kind, fullName, session.user_name, window.location.href));
    notify('success', 'Copied a request that you can send');
  };
  return (
    <div className="text-ink-soft mt-1 flex flex-col items-start gap-2">
      <p>
        {owners.length > 0 ? (
          <>
            Ask{' '}
            {owners.map(([of, name], index) => (
              <span key={of}>
                {index > 0 ? ', or ' : ''}
                <bdi className="text-ink font-medium">{name}</bdi>, who owns {of}
              </span>
            ))}
            , or an administrator of this workspace.
          </>
        ) : (
          'Its owner, or an administrator of this workspace, can give you access.'
        )}
      </p>
      <Button onClick={() => void copy()}>
        <Copy /> Copy a request
      </Button>
    </div>
  );
}
