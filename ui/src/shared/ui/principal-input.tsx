import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { principalsQuery, type PrincipalChoice } from '../api/principals';
import { KindIcon } from '../navigation/kind-icon';
import { classes } from './classes';
import { CONTROL } from './input';

interface PrincipalInputProps {
  chosen: PrincipalChoice[];
  onChange: (chosen: PrincipalChoice[]) => void;
  label: string;
  /** Only one; choosing another replaces it. */
  single?: boolean;
  /** Only those that are members of groups: they have an id. */
  withIds?: boolean;
}

/** Chooses people, groups and service principals by typing a part of their name. */
export function PrincipalInput({ chosen, onChange, label, single, withIds }: PrincipalInputProps) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useQuery(principalsQuery(wanted));
  const choices = (found.data ?? [])
    .filter((choice) => !withIds || choice.id)
    .filter((choice) => !chosen.some((other) => other.name === choice.name));
  return (
    <Command shouldFilter={false} label={label} className="mb-3.5">
      <div className={`${CONTROL} flex min-h-8 flex-wrap items-center gap-1 px-1.5 py-1`}>
        {chosen.map((choice) => (
          <span key={choice.name} className="bg-sunken border-line flex h-6 max-w-full items-center gap-1 rounded-sm border pr-0.5 pl-1.5">
            <KindIcon kind={choice.kind} className="text-ink-faint size-3.5 shrink-0" />
            <bdi className="truncate">{choice.label}</bdi>
            <button
              type="button"
              aria-label={`Remove ${choice.label}`}
              onClick={() => onChange(chosen.filter((other) => other !== choice))}
              className="text-ink-faint hover:text-ink p-0.5"
            >
              <X className="size-3" />
            </button>
          </span>
        ))}
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={chosen.length > 0 ? '' : label}
          aria-label={label}
          className="h-6 min-w-32 flex-1 bg-transparent px-1 outline-none"
        />
      </div>
      <Command.List className={classes('border-line mt-1 max-h-44 overflow-y-auto rounded-sm border p-1', chosen.length > 0 && text === '' && 'hidden')}>
        {choices.map((choice) => (
          <Command.Item
            key={`${choice.kind} ${choice.name}`}
            value={`${choice.kind} ${choice.name}`}
            onSelect={() => {
              onChange(single ? [choice] : [...chosen, choice]);
              setText('');
            }}
            className="data-[selected=true]:bg-selected flex h-7 cursor-pointer items-center gap-2 rounded-sm px-2"
          >
            <KindIcon kind={choice.kind} className="text-ink-faint size-3.5 shrink-0" />
            <bdi className="min-w-0 flex-1 truncate">{choice.label}</bdi>
            {choice.label !== choice.name ? <span className="text-ink-faint truncate text-sm">{choice.name}</span> : null}
          </Command.Item>
        ))}
        <Command.Empty className="text-ink-soft px-2 py-2">
          {found.error ? found.error.message : found.isFetching ? 'Searching …' : 'Nobody has such a name.'}
        </Command.Empty>
      </Command.List>
    </Command>
  );
}
