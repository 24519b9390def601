import { zodResolver } from '@hookform/resolvers/zod';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { ErrorNote } from '../states/error-note';
import { Button } from './button';
import { Dialog, DialogActions } from './dialog';
import { Field } from './field';

interface FormDialogProps<Values extends FieldValues> {
  open: boolean;
  onClose: () => void;
  title: string;
  about?: ReactNode;
  /** The verb on the button. */
  action: string;
  schema: z.ZodType<Values, Values>;
  defaults: DefaultValues<Values>;
  submit: (values: Values) => Promise<unknown>;
  children: (form: UseFormReturn<Values>) => ReactNode;
}

/** Asks for some values; what the schema refuses is said beside its field, what the server refuses below. */
export function FormDialog<Values extends FieldValues>(props: FormDialogProps<Values>) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title} about={props.about}>
      <Form {...props} />
    </Dialog>
  );
}

function Form<Values extends FieldValues>({ onClose, action, schema, defaults, submit, children }: FormDialogProps<Values>) {
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: defaults });
  const [failure, setFailure] = useState<unknown>();
  const send = form.handleSubmit(async (values) => {
    setFailure(undefined);
    try {
      await submit(values);
      onClose();
    } catch (error) {
      setFailure(error);
    }
  });
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      {children(form)}
      {failure ? <ErrorNote error={failure} /> : null}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" busy={form.formState.isSubmitting}>
          {action}
        </Button>
      </DialogActions>
    </form>
  );
}

interface FormFieldProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  name: Path<Values>;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  children: ReactElement<Record<string, unknown>>;
}

/** A field of the form, with what is wrong with it. */
export function FormField<Values extends FieldValues>({ form, name, label, hint, optional, children }: FormFieldProps<Values>) {
  const { type: Control, props } = children;
  const error = form.getFieldState(name, form.formState).error?.message;
  const Tag = Control as React.ComponentType<Record<string, unknown>>;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      <Tag {...props} {...form.register(name)} />
    </Field>
  );
}
