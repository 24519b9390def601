import { useQuery } from '@tanstack/react-query';
import { KeyRound, MapPin, Plus } from 'lucide-react';
import { Page, PageHeader } from '../../../shared/layout/page';
import { useDialog } from '../../../shared/routing/use-dialog';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { Button } from '../../../shared/ui/button';
import { credentialsQuery, locationsQuery } from '../api';
import { CreateLocation } from '../parts/create-dialogs';
import { ObjectList } from '../parts/object-list';

/** Places of files outside the server's own storage. */
export function LocationsPage() {
  const list = useQuery(locationsQuery);
  const dialog = useDialog('location');
  const create = (
    <Button look="primary" onClick={dialog.show}>
      <Plus /> Create location
    </Button>
  );
  return (
    <Page title="External locations">
      <PageHeader title="External locations" about="Places of files outside the server's own storage, and who may use them." actions={create} />
      <Loaded query={list} what="The locations could not be listed">
        {(locations) => (
          <ObjectList
            name="locations"
            label="External locations"
            noun="locations"
            detail="Address"
            objects={locations.map((location) => ({
              kind: 'location',
              name: location.name ?? '',
              fullName: location.name ?? '',
              owner: location.owner,
              comment: location.comment,
              detail: location.url,
              createdAt: location.created_at,
            }))}
            empty={
              <Empty icon={MapPin} title="No external location yet" action={create}>
                One is needed for external tables and volumes, and to read files where they lie.
              </Empty>
            }
          />
        )}
      </Loaded>
      <CreateLocation open={dialog.open} onClose={dialog.hide} />
    </Page>
  );
}

/** What opens external locations. Their secrets are never shown. */
export function CredentialsPage() {
  const list = useQuery(credentialsQuery);
  return (
    <Page title="Credentials">
      <PageHeader title="Credentials" about="What opens external locations. They are made with the API or Terraform; secrets are never shown." />
      <Loaded query={list} what="The credentials could not be listed">
        {(credentials) => (
          <ObjectList
            name="credentials"
            label="Credentials"
            noun="credentials"
            objects={credentials.map((credential) => ({
              kind: 'credential',
              name: credential.name ?? '',
              fullName: credential.name ?? '',
              owner: credential.owner,
              comment: credential.comment,
              detail: credential.aws_iam_role ? 'AWS role' : credential.read_only ? 'read only' : '',
              createdAt: credential.created_at,
            }))}
            empty={
              <Empty icon={KeyRound} title="No credential yet">
                A storage credential of the API names what opens a bucket or a folder.
              </Empty>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
