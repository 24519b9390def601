import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { warehouses, type EndpointInfo } from '../../../shared/api/generated/sql';
import { ErrorNote } from '../../../shared/states/error-note';
import { Button } from '../../../shared/ui/button';
import { Dialog, DialogActions } from '../../../shared/ui/dialog';
import { Field } from '../../../shared/ui/field';
import { Input, Select } from '../../../shared/ui/input';

const SIZES = ['2X-Small', 'X-Small', 'Small', 'Medium', 'Large', 'X-Large', '2X-Large', '3X-Large', '4X-Large'];

const schema = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(100, 'At most 100 characters.'),
  cluster_size: z.string(),
  max_num_clusters: z.coerce.number<number>().int('A whole number.').min(1, 'At least 1.').max(40, 'At most 40.'),
  auto_stop_mins: z.coerce
    .number<number>()
    .int('A whole number.')
    .refine((minutes) => minutes === 0 || minutes >= 10, '0 for never, or at least 10.'),
});

type Values = z.infer<typeof schema>;

interface WarehouseDialogProps {
  warehouse: EndpointInfo | 'new' | undefined;
  onClose: () => void;
  onDone: () => unknown;
}

/** Makes a warehouse, or changes one. */
export function WarehouseDialog({ warehouse, onClose, onDone }: WarehouseDialogProps) {
  const old = warehouse === 'new' ? undefined : warehouse;
  return (
    <Dialog side open={warehouse !== undefined} onClose={onClose} title={old ? `Edit ${old.name}` : 'Create warehouse'}>
      {warehouse ? <WarehouseForm key={old?.id ?? 'new'} old={old} onClose={onClose} onDone={onDone} /> : null}
    </Dialog>
  );
}

function WarehouseForm({ old, onClose, onDone }: { old: EndpointInfo | undefined } & Omit<WarehouseDialogProps, 'warehouse'>) {
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: {
      name: old?.name ?? '',
      cluster_size: old?.cluster_size ?? '2X-Small',
      max_num_clusters: old?.max_num_clusters ?? 1,
      auto_stop_mins: old?.auto_stop_mins ?? 30,
    },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    try {
      if (old) {
        await warehouses.edit({ id: old.id ?? '', ...values });
      } else {
        await warehouses.create(values);
      }
      await onDone();
      onClose();
    } catch (error) {
      setFailure(error);
    }
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field label="Name" error={errors.name?.message}>
        <Input {...form.register('name')} />
      </Field>
      <Field label="Size" hint="Kept for clients that ask; all warehouses share this server's engine.">
        <Select {...form.register('cluster_size')}>
          {SIZES.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </Select>
      </Field>
      <Field label="Clusters at most" hint="Each runs as many statements at once as the server allows; others wait in order." error={errors.max_num_clusters?.message}>
        <Input type="number" min={1} max={40} {...form.register('max_num_clusters')} />
      </Field>
      <Field label="Stops after minutes without statements" hint="0 is never. The next statement starts it again." error={errors.auto_stop_mins?.message}>
        <Input type="number" min={0} {...form.register('auto_stop_mins')} />
      </Field>
      {failure ? <ErrorNote error={failure} /> : null}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" busy={isSubmitting}>
          {old ? 'Save changes' : 'Create warehouse'}
        </Button>
      </DialogActions>
    </form>
  );
}
