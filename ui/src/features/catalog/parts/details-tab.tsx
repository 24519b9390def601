import type { ReactNode } from 'react';
import { bytes, count } from '../../../shared/display/numbers';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Time } from '../../../shared/display/time';
import type { TableInfo } from '../../../shared/api/generated/catalog';
import { quoted } from '../../../shared/navigation/paths';
import { ErrorNote } from '../../../shared/states/error-note';
import { Skeleton } from '../../../shared/states/skeleton';
import { useStatement } from '../../../shared/statements/use-statement';
import { createStatement } from '../model/ddl';
import { CodeBlock } from '../../../shared/display/code-block';
import { TabBody } from './object-frame';

/** A titled part of a page of details. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-7 max-w-4xl">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** Everything about a table that is neither its columns nor its rows. */
export function DetailsTab({ table }: { table: TableInfo }) {
  const fullName = table.full_name ?? '';
  const properties = Object.entries(table.properties ?? {}).sort(([a], [b]) => a.localeCompare(b));
  const checks = properties.filter(([key]) => key.startsWith('delta.constraints.'));
  return (
    <TabBody>
      <Section title="About this table">
        <Facts
          facts={[
            ['Type', table.table_type?.toLowerCase().replaceAll('_', ' ')],
            ['Format', table.data_source_format],
            ['Owner', table.owner],
            ['Created', table.created_at ? <><Time at={table.created_at} /> by {table.created_by}</> : undefined],
            ['Updated', table.updated_at ? <><Time at={table.updated_at} /> by {table.updated_by}</> : undefined],
            ['Location', table.storage_location ? <Mono text={table.storage_location} /> : undefined],
            ['Table id', table.table_id ? <Mono text={table.table_id} /> : undefined],
          ]}
        />
      </Section>
      {table.data_source_format === 'DELTA' && !table.table_type?.includes('VIEW') ? <Files fullName={fullName} /> : null}
      <Constraints table={table} checks={checks} />
      <Section title="Definition">
        <CodeBlock text={createStatement(table)} label="Definition" />
      </Section>
      <Section title="Properties">
        {properties.length === 0 ? (
          <p className="text-ink-soft">None.</p>
        ) : (
          <Facts facts={properties.map(([key, value]) => [key, <Mono key={key} text={value} />])} />
        )}
      </Section>
    </TabBody>
  );
}

function Files({ fullName }: { fullName: string }) {
  const detail = useStatement(['detail', fullName], `DESCRIBE DETAIL ${quoted(fullName)}`);
  const value = (name: string) => {
    const index = detail.data?.columns.findIndex((column) => column.name === name) ?? -1;
    return detail.data?.rows[0]?.[index] ?? undefined;
  };
  const list = (name: string) => {
    const items = JSON.parse(value(name) ?? '[]') as string[];
    return items.length > 0 ? items.join(', ') : undefined;
  };
  return (
    <Section title="Files and sizes">
      {detail.error ? <ErrorNote error={detail.error} retry={() => void detail.refetch()} /> : null}
      {detail.data ? (
        <Facts
          facts={[
            ['Files', value('numFiles') ? count(Number(value('numFiles'))) : undefined],
            ['Size', value('sizeInBytes') ? bytes(Number(value('sizeInBytes'))) : undefined],
            ['Last modified', value('lastModified') ? <Time at={Date.parse(value('lastModified') ?? '')} /> : undefined],
            ['Partitioned by', list('partitionColumns')],
            ['Clustered by', list('clusteringColumns')],
            ['Protocol', `reader ${value('minReaderVersion')}, writer ${value('minWriterVersion')}`],
            ['Features', list('tableFeatures')],
          ]}
        />
      ) : detail.error ? null : (
        <Skeleton lines={4} />
      )}
    </Section>
  );
}

function Constraints({ table, checks }: { table: TableInfo; checks: [string, string][] }) {
  const keys = (table.table_constraints ?? []).flatMap(({ primary_key_constraint: primary, foreign_key_constraint: foreign }) => {
    if (primary) {
      return [[primary.name ?? '', `PRIMARY KEY (${primary.child_columns?.join(', ')})`] as [string, string]];
    }
    return foreign
      ? [[foreign.name ?? '', `FOREIGN KEY (${foreign.child_columns?.join(', ')}) → ${foreign.parent_table}`] as [string, string]]
      : [];
  });
  const all = [...keys, ...checks.map(([key, value]) => [key.slice('delta.constraints.'.length), `CHECK (${value})`] as [string, string])];
  if (all.length === 0) {
    return null;
  }
  return (
    <Section title="Constraints">
      <Facts facts={all.map(([name, text]) => [name, <code key={name} className="text-code font-mono">{text}</code>])} />
    </Section>
  );
}
