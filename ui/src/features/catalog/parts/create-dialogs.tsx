import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { catalogs, externalLocations, schemas, volumes } from '../../../shared/api/generated/catalog';
import { objectPath, type ObjectKind } from '../../../shared/navigation/paths';
import { notify } from '../../../shared/notices/notices';
import { FormDialog, FormField } from '../../../shared/ui/form-dialog';
import { Input, Select, TextArea } from '../../../shared/ui/input';
import { credentialsQuery, part, refreshCatalog } from '../api';
import { objectName, orNothing } from '../model/names';

interface CreateProps {
  open: boolean;
  onClose: () => void;
}

/** Goes to what was made, and has lists read again. */
function useMade(): (kind: ObjectKind, fullName: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (kind, fullName) => {
    notify('success', `Created ${kind} ${fullName}`);
    void refreshCatalog(queries);
    await navigate({ to: objectPath(kind, fullName) });
  };
}

const place = z.object({ name: objectName, comment: z.string(), storage: z.string().trim() });
const EMPTY_PLACE = { name: '', comment: '', storage: '' };

export function CreateCatalog({ open, onClose }: CreateProps) {
  const made = useMade();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Create a catalog"
      about="A catalog holds schemas, which hold tables, volumes and functions. Nobody but you sees it until you grant it."
      action="Create catalog"
      schema={place}
      defaults={EMPTY_PLACE}
      submit={async (values) => {
        await catalogs.create({ name: values.name, comment: orNothing(values.comment), storage_root: orNothing(values.storage) });
        await made('catalog', values.name.toLowerCase());
      }}
    >
      {(form) => (
        <>
          <FormField form={form} name="name" label="Name">
            <Input />
          </FormField>
          <FormField form={form} name="comment" label="Comment" optional>
            <TextArea />
          </FormField>
          <FormField form={form} name="storage" label="Managed storage" optional hint="Below an external location of yours; without it, the server's own.">
            <Input placeholder="s3://bucket/folder" />
          </FormField>
        </>
      )}
    </FormDialog>
  );
}

export function CreateSchema({ open, onClose, catalog }: CreateProps & { catalog: string }) {
  const made = useMade();
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Create a schema"
      about={`In catalog ${catalog}.`}
      action="Create schema"
      schema={place}
      defaults={EMPTY_PLACE}
      submit={async (values) => {
        await schemas.create({
          catalog_name: catalog,
          name: values.name,
          comment: orNothing(values.comment),
          storage_root: orNothing(values.storage),
        });
        await made('schema', `${catalog}.${values.name.toLowerCase()}`);
      }}
    >
      {(form) => (
        <>
          <FormField form={form} name="name" label="Name">
            <Input />
          </FormField>
          <FormField form={form} name="comment" label="Comment" optional>
            <TextArea />
          </FormField>
          <FormField form={form} name="storage" label="Managed storage" optional hint="Below an external location of yours; without it, the catalog's.">
            <Input placeholder="s3://bucket/folder" />
          </FormField>
        </>
      )}
    </FormDialog>
  );
}

const volume = z
  .object({ name: objectName, comment: z.string(), type: z.enum(['MANAGED', 'EXTERNAL']), location: z.string().trim() })
  .refine((values) => values.type === 'MANAGED' || values.location !== '', {
    path: ['location'],
    message: 'An external volume needs its address.',
  });

export function CreateVolume({ open, onClose, schema }: CreateProps & { schema: string }) {
  const made = useMade();
  return (
    <FormDialog<z.infer<typeof volume>>
      open={open}
      onClose={onClose}
      title="Create a volume"
      about={`A governed folder of files, in ${schema}.`}
      action="Create volume"
      schema={volume}
      defaults={{ name: '', comment: '', type: 'MANAGED', location: '' }}
      submit={async (values) => {
        await volumes.create({
          catalog_name: part(schema, 0),
          schema_name: part(schema, 1),
          name: values.name,
          volume_type: values.type,
          comment: orNothing(values.comment),
          storage_location: values.type === 'EXTERNAL' ? values.location : undefined,
        });
        await made('volume', `${schema}.${values.name.toLowerCase()}`);
      }}
    >
      {(form) => (
        <>
          <FormField form={form} name="name" label="Name">
            <Input />
          </FormField>
          <FormField form={form} name="type" label="Files" hint="Managed files go with the volume; external ones stay where they are.">
            <Select>
              <option value="MANAGED">Managed: the server keeps them</option>
              <option value="EXTERNAL">External: at an address of yours</option>
            </Select>
          </FormField>
          {form.watch('type') === 'EXTERNAL' ? (
            <FormField form={form} name="location" label="Address">
              <Input placeholder="s3://bucket/folder" />
            </FormField>
          ) : null}
          <FormField form={form} name="comment" label="Comment" optional>
            <TextArea />
          </FormField>
        </>
      )}
    </FormDialog>
  );
}

const location = z.object({
  name: objectName,
  url: z.string().trim().regex(/^[a-z0-9]+:/i, 'An address begins with s3:, file: or the like.'),
  credential: z.string().min(1, 'Choose a credential.'),
  comment: z.string(),
  readOnly: z.enum(['no', 'yes']),
});

export function CreateLocation({ open, onClose }: CreateProps) {
  const made = useMade();
  const credentials = useQuery({ ...credentialsQuery, enabled: open });
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="Create an external location"
      about="A place of files outside the server's own storage, and the credential that opens it."
      action="Create location"
      schema={location}
      defaults={{ name: '', url: '', credential: '', comment: '', readOnly: 'no' }}
      submit={async (values) => {
        await externalLocations.create({
          name: values.name,
          url: values.url,
          credential_name: values.credential,
          comment: orNothing(values.comment),
          read_only: values.readOnly === 'yes',
        });
        await made('location', values.name.toLowerCase());
      }}
    >
      {(form) => (
        <>
          <FormField form={form} name="name" label="Name">
            <Input />
          </FormField>
          <FormField form={form} name="url" label="Address">
            <Input placeholder="s3://bucket/folder" />
          </FormField>
          <FormField form={form} name="credential" label="Credential" hint={credentials.error?.message}>
            <Select>
              <option value="">Choose one</option>
              {credentials.data?.map((credential) => (
                <option key={credential.name} value={credential.name}>
                  {credential.name}
                </option>
              ))}
            </Select>
          </FormField>
          <FormField form={form} name="readOnly" label="May be written">
            <Select>
              <option value="no">Yes, by whom it is granted</option>
              <option value="yes">No, it is read only</option>
            </Select>
          </FormField>
          <FormField form={form} name="comment" label="Comment" optional>
            <TextArea />
          </FormField>
        </>
      )}
    </FormDialog>
  );
}
