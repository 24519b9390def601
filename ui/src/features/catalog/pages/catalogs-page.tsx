import { useQuery } from '@tanstack/react-query';
import { BookMarked, Plus } from 'lucide-react';
import { Page, PageHeader } from '../../../shared/layout/page';
import { useDialog } from '../../../shared/routing/use-dialog';
import { Empty } from '../../../shared/states/empty';
import { Loaded } from '../../../shared/states/loaded';
import { Button } from '../../../shared/ui/button';
import { catalogsQuery } from '../api';
import { CreateCatalog } from '../parts/create-dialogs';
import { ObjectList } from '../parts/object-list';

/** All catalogs that one may see. */
export function CatalogsPage() {
  const list = useQuery(catalogsQuery);
  const dialog = useDialog('catalog');
  const create = (
    <Button look="primary" onClick={dialog.show}>
      <Plus /> Create catalog
    </Button>
  );
  return (
    <Page title="Catalogs">
      <PageHeader title="Catalogs" about="Everything that you may see, by catalog." actions={create} />
      <Loaded query={list} what="The catalogs could not be listed">
        {(catalogs) => (
          <ObjectList
            name="catalogs"
            label="Catalogs"
            noun="catalogs"
            objects={catalogs.map((catalog) => ({
              kind: 'catalog',
              name: catalog.name ?? '',
              fullName: catalog.name ?? '',
              owner: catalog.owner,
              comment: catalog.comment,
              detail: catalog.catalog_type?.replace('_CATALOG', '').toLowerCase(),
              createdAt: catalog.created_at,
            }))}
            empty={
              <Empty icon={BookMarked} title="No catalog yet" action={create}>
                Catalogs that are granted to you appear here.
              </Empty>
            }
          />
        )}
      </Loaded>
      <CreateCatalog open={dialog.open} onClose={dialog.hide} />
    </Page>
  );
}
