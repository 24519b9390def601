import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { ArrowRight, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { searchQuery } from '../../shared/api/search';
import { useSession } from '../../shared/api/session';
import { KindIcon } from '../../shared/navigation/kind-icon';
import { objectPath } from '../../shared/navigation/paths';
import { useFavourites, useRecents, type Place } from '../../shared/navigation/places';
import { Kbd } from '../../shared/ui/kbd';
import { commands, navigation } from '../features';

/** Finds objects, pages and actions by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const session = useSession();
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({ ...searchQuery(wanted), placeholderData: keepPreviousData });
  const go = (path: string, search?: Record<string, unknown>) => {
    onClose();
    void navigate({ to: path, search });
  };
  const allowed = <Entry extends { admin?: boolean }>(entry: Entry) => !entry.admin || session.admin;
  const matches = (words: string) =>
    wanted === '' || wanted.toLowerCase().split(/\s+/).every((word) => words.toLowerCase().includes(word));
  const results = wanted.length >= 2 ? (found.data ?? []) : [];
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="bg-shade fixed inset-0 z-40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="appear bg-raised border-line shadow-pop fixed top-[10vh] left-1/2 z-40 w-[min(40rem,calc(100vw-1rem))] -translate-x-1/2 overflow-hidden rounded-lg border"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <Command shouldFilter={false} label="Search and commands" loop>
            <div className="border-line flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden className="text-ink-faint size-4" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Find tables, columns, people, or do something"
                className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none"
              />
              <Kbd keys="escape" />
            </div>
            <Command.List className="max-h-[60vh] scroll-py-2 overflow-y-auto p-2 [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm">
              {results.length > 0 ? (
                <Command.Group heading="Found">
                  {results.map((hit) => (
                    <Item
                      key={`${hit.kind} ${hit.id ?? hit.full_name}`}
                      value={`${hit.kind} ${hit.id ?? hit.full_name}`}
                      icon={<KindIcon kind={hit.kind} />}
                      onSelect={() => go(objectPath(hit.kind, hit.id ?? hit.full_name))}
                      aside={hit.kind.replace('-', ' ')}
                    >
                      <span className="min-w-0 truncate">
                        <bdi className="font-medium">{hit.full_name}</bdi>
                        {hit.column ? <span className="text-ink-soft"> · column {hit.column}</span> : null}
                        {hit.comment ? <span className="text-ink-faint"> · {hit.comment}</span> : null}
                      </span>
                    </Item>
                  ))}
                </Command.Group>
              ) : null}
              {wanted === '' ? <Places go={go} /> : null}
              <Command.Group heading="Do">
                {commands
                  .filter(allowed)
                  .filter((command) => matches(`${command.label} ${command.words ?? ''}`))
                  .map((command) => (
                    <Item
                      key={command.label}
                      value={`do ${command.label}`}
                      icon={<command.icon aria-hidden className="text-ink-faint size-4" />}
                      onSelect={() => go(command.path, command.search)}
                    >
                      {command.label}
                    </Item>
                  ))}
              </Command.Group>
              <Command.Group heading="Go to">
                {navigation
                  .filter(allowed)
                  .filter((entry) => matches(entry.label))
                  .map((entry) => (
                    <Item
                      key={entry.path}
                      value={`go ${entry.path}`}
                      icon={<entry.icon aria-hidden className="text-ink-faint size-4" />}
                      onSelect={() => go(entry.path)}
                      aside={<Kbd keys={`g ${entry.key}`} />}
                    >
                      {entry.label}
                    </Item>
                  ))}
              </Command.Group>
              <Command.Empty className="text-ink-soft px-2 py-6 text-center">
                {found.isFetching ? 'Searching …' : found.error ? found.error.message : `Nothing that you may see matches “${wanted}”.`}
              </Command.Empty>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Places({ go }: { go: (path: string) => void }) {
  const [recents] = useRecents();
  const { favourites } = useFavourites();
  const group = (heading: string, places: Place[]) =>
    places.length === 0 ? null : (
      <Command.Group heading={heading}>
        {places.map((place) => (
          <Item key={place.path} value={`${heading} ${place.path}`} icon={<KindIcon kind={place.kind} />} onSelect={() => go(place.path)}>
            <bdi className="truncate">{place.name}</bdi>
          </Item>
        ))}
      </Command.Group>
    );
  return (
    <>
      {group('Favourites', favourites.slice(0, 5))}
      {group('Recent', recents.slice(0, 5))}
    </>
  );
}

interface ItemProps {
  value: string;
  icon: ReactNode;
  onSelect: () => void;
  aside?: ReactNode;
  children: ReactNode;
}

function Item({ value, icon, onSelect, aside, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="data-[selected=true]:bg-selected flex h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2"
    >
      {icon}
      <span className="flex min-w-0 flex-1 items-center">{children}</span>
      {aside ? <span className="text-ink-faint text-sm">{aside}</span> : <ArrowRight aria-hidden className="text-ink-faint size-3.5 opacity-0" />}
    </Command.Item>
  );
}
