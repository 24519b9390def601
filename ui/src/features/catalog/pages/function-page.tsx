import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { functions, type FunctionInfo } from '../../../shared/api/generated/catalog';
import { Facts } from '../../../shared/display/facts';
import { Time } from '../../../shared/display/time';
import { catalogQuery, functionQuery, schemaQuery } from '../api';
import { CodeBlock } from '../../../shared/display/code-block';
import { Section } from '../parts/details-tab';
import { ObjectFrame, TabBody } from '../parts/object-frame';
import { ObjectLoaded } from '../parts/object-loaded';
import { PermissionsTab } from '../parts/permissions-tab';

const TABS = [
  { id: 'details', label: 'Details' },
  { id: 'permissions', label: 'Permissions' },
] as const;

/** A function: what it takes, what it gives, who may call it. */
export function FunctionPage() {
  const { catalog = '', schema = '', name = '' } = useParams({ strict: false });
  const fullName = `${catalog}.${schema}.${name}`;
  const query = useQuery(functionQuery(fullName));
  return (
    <ObjectLoaded kind="function" fullName={fullName} query={query}>
      {(info) => <Shown info={info} fullName={fullName} />}
    </ObjectLoaded>
  );
}

function Shown({ info, fullName }: { info: FunctionInfo; fullName: string }) {
  const { tab = 'details' } = useSearch({ strict: false }) as { tab?: string };
  const [catalog = '', schema = ''] = fullName.split('.');
  const catalogOwner = useQuery(catalogQuery(catalog)).data?.owner;
  const schemaOwner = useQuery(schemaQuery(`${catalog}.${schema}`)).data?.owner;
  const parameters = (info.input_params?.parameters ?? []).map((parameter) => `${parameter.name} ${parameter.type_text}`).join(', ');
  return (
    <ObjectFrame
      kind="function"
      fullName={fullName}
      about={info.comment}
      tabs={TABS}
      tab={tab}
      drop={{ title: 'Drop', warning: 'What calls it fails afterwards.', run: () => functions.delete({ name: fullName }) }}
    >
      {tab === 'details' ? (
        <TabBody>
          <Section title="About this function">
            <Facts
              facts={[
                ['Takes', parameters || 'nothing'],
                ['Gives', info.full_data_type],
                ['Language', info.external_language || info.routine_body],
                ['Deterministic', info.is_deterministic ? 'yes' : 'no'],
                ['Owner', info.owner],
                ['Created', info.created_at ? <><Time at={info.created_at} /> by {info.created_by}</> : undefined],
              ]}
            />
          </Section>
          {info.routine_definition ? (
            <Section title="Body">
              <CodeBlock text={info.routine_definition} label="Body" />
            </Section>
          ) : null}
        </TabBody>
      ) : (
        <PermissionsTab
          type="FUNCTION"
          fullName={fullName}
          owner={info.owner}
          levels={[
            { type: 'CATALOG', name: catalog, owner: catalogOwner },
            { type: 'SCHEMA', name: `${catalog}.${schema}`, owner: schemaOwner },
            { type: 'FUNCTION', name: fullName, owner: info.owner },
          ]}
        />
      )}
    </ObjectFrame>
  );
}
