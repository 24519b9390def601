import type { UseQueryResult } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '../../../shared/api/api-error';
import { Page, PageHeader } from '../../../shared/layout/page';
import type { ObjectKind } from '../../../shared/navigation/paths';
import { Loaded } from '../../../shared/states/loaded';
import { Button } from '../../../shared/ui/button';
import { trailTo } from './object-frame';
import { RequestAccess } from './request-access';

interface ObjectLoadedProps<Data> {
  kind: ObjectKind;
  fullName: string;
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** An object's page, or why there is none: it is gone, or was never this reader's to see. The server tells the two apart to nobody. */
export function ObjectLoaded<Data>({ kind, fullName, query, children }: ObjectLoadedProps<Data>) {
  const { error } = query;
  if (!(error instanceof ApiError && (error.missing || error.denied))) {
    return <Loaded query={query}>{children}</Loaded>;
  }
  return (
    <Page title={fullName}>
      <PageHeader title={fullName.split('.').at(-1) ?? fullName} kind={kind} trail={trailTo(kind, fullName)} />
      <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
        <div className="bg-sunken border-line text-ink-faint mb-3 flex size-10 items-center justify-center rounded-lg border">
          <Lock aria-hidden className="size-5" />
        </div>
        <h2 className="text-lg font-semibold">Not there, or not yours to see</h2>
        <p className="text-ink-soft mt-1 max-w-lg break-words">{error.message.split('\n')[0]}</p>
        <div className="mt-2 flex max-w-lg flex-col items-center [&>div]:items-center">
          <RequestAccess kind={kind} fullName={fullName} />
        </div>
        <Button look="quiet" className="mt-2" busy={query.isFetching} onClick={() => void query.refetch()}>
          Look again
        </Button>
      </div>
    </Page>
  );
}
