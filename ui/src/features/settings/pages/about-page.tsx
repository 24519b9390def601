import { useQuery } from '@tanstack/react-query';
import { metastores } from '../../../shared/api/generated/catalog';
import { useSession } from '../../../shared/api/session';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Page, PageBody, PageHeader } from '../../../shared/layout/page';
import { CodeBlock } from '../../../shared/display/code-block';

/** What this server is, and how to reach it with other clients. */
export function AboutPage() {
  const session = useSession();
  const metastore = useQuery({ queryKey: ['metastore'], queryFn: () => metastores.summary() });
  const host = window.location.origin;
  return (
    <Page title="About">
      <PageHeader title="About this server" about="Tarn, an open lakehouse that official Databricks clients use by changing host and token." />
      <PageBody>
        <div className="max-w-2xl">
          <Facts
            facts={[
              ['Host', <Mono key="host" text={host} />],
              ['Workspace', <Mono key="workspace" text={session.workspace_id} />],
              ['Metastore', metastore.data ? <Mono text={metastore.data.metastore_id ?? ''} /> : undefined],
              ['Metastore owner', metastore.data?.owner],
              ['Licence', 'Apache-2.0'],
            ]}
          />
          <h2 className="mt-8 mb-2 text-lg font-semibold">Other clients</h2>
          <p className="text-ink-soft mb-2">Make a token under Access tokens, and put this into ~/.databrickscfg:</p>
          <CodeBlock text={`[tarn]\nhost  = ${host}\ntoken = <your token>`} label="Profile" />
        </div>
      </PageBody>
    </Page>
  );
}
