import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { Time } from '../../../shared/display/time';
import { KindIcon } from '../../../shared/navigation/kind-icon';
import { objectPath, type ObjectKind } from '../../../shared/navigation/paths';
import { Empty } from '../../../shared/states/empty';
import { DataTable, type TableColumn } from '../../../shared/table/data-table';
import { SearchInput } from '../../../shared/ui/input';
import { Search } from 'lucide-react';

export interface ListedObject {
  kind: ObjectKind;
  name: string;
  fullName: string;
  owner?: string;
  comment?: string;
  /** What sets it apart from others of its kind: `managed`, `view`, an address. */
  detail?: string;
  createdAt?: number;
}

interface ObjectListProps {
  name: string;
  label: string;
  noun: string;
  objects: readonly ListedObject[];
  empty: ReactNode;
  actions?: ReactNode;
  detail?: string;
  onEnd?: () => void;
  hasMore?: boolean;
}

/** Objects of one kind, with their owner and comment. */
export function ObjectList({ name, label, noun, objects, empty, actions, detail = 'Type', onEnd, hasMore }: ObjectListProps) {
  const [text, setText] = useState('');
  const longest = objects.reduce((most, object) => Math.max(most, object.detail?.length ?? 0), 0);
  const columns = useMemo(
    (): TableColumn<ListedObject>[] => [
      {
        id: 'name',
        header: 'Name',
        width: 260,
        value: (object) => object.name,
        cell: (object) => (
          <Link to={objectPath(object.kind, object.fullName)} className="text-accent flex min-w-0 items-center gap-2 font-medium hover:underline">
            <KindIcon kind={object.kind} className="text-ink-faint size-3.5 shrink-0" />
            <bdi className="truncate" title={object.name}>
              {object.name}
            </bdi>
          </Link>
        ),
      },
      {
        id: 'comment',
        header: 'Comment',
        width: 300,
        value: (object) => object.comment,
        cell: (object) => (
          <span className="text-ink-soft" title={object.comment}>
            {object.comment}
          </span>
        ),
      },
      ...(longest > 0
        ? [
            {
              id: 'detail',
              header: detail,
              width: Math.min(420, Math.max(110, longest * 7 + 24)),
              wide: true,
              value: (object: ListedObject) => object.detail,
              cell: (object: ListedObject) => <bdi title={object.detail}>{object.detail}</bdi>,
            },
          ]
        : []),
      { id: 'owner', header: 'Owner', width: 170, wide: true, value: (object) => object.owner, cell: (object) => <bdi title={object.owner}>{object.owner}</bdi> },
      { id: 'created', header: 'Created', width: 130, wide: true, value: (object) => object.createdAt, cell: (object) => <Time at={object.createdAt} /> },
    ],
    [detail, longest],
  );
  const wanted = text.trim().toLowerCase();
  const shown = wanted ? objects.filter((object) => `${object.name} ${object.comment ?? ''}`.toLowerCase().includes(wanted)) : objects;
  if (objects.length === 0 && !hasMore) {
    return <>{empty}</>;
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 px-5 py-2.5">
        <SearchInput value={text} onChange={setText} label={`Filter ${noun}`} className="w-60" />
        <span className="text-ink-faint flex-1">
          {wanted ? `${shown.length} of ` : ''}
          {objects.length}
          {hasMore ? ' and more' : ''}
        </span>
        {actions}
      </div>
      <DataTable
        name={name}
        label={label}
        columns={columns}
        items={shown}
        id={(object) => object.fullName}
        onEnd={onEnd}
        empty={
          <Empty icon={Search} title={`No ${noun} match`}>
            The filter “{text}” hides all {objects.length}.
          </Empty>
        }
      />
    </div>
  );
}
