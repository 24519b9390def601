import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { copyText } from '../../../shared/display/copy-button';
import { Page, PageHeader } from '../../../shared/layout/page';
import { objectPath, type ObjectKind } from '../../../shared/navigation/paths';
import { useVisit } from '../../../shared/navigation/places';
import { notify } from '../../../shared/notices/notices';
import { IconButton } from '../../../shared/ui/button';
import { Confirm } from '../../../shared/ui/confirm';
import { Menu, MenuItem, MenuLine } from '../../../shared/ui/menu';
import { TabLinks } from '../../../shared/ui/tab-links';
import { refreshCatalog } from '../api';

interface ObjectFrameProps {
  kind: ObjectKind;
  fullName: string;
  chips?: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
  menu?: ReactNode;
  tabs: readonly { id: string; label: string }[];
  tab: string;
  /** What dropping takes with it; without it nothing can be dropped here. */
  drop?: { title: string; warning: ReactNode; typed?: boolean; run: () => Promise<unknown> };
  children: ReactNode;
}

const LISTS: Partial<Record<ObjectKind, { label: string; path: string }>> = {
  location: { label: 'External locations', path: '/explore/locations' },
  credential: { label: 'Credentials', path: '/explore/credentials' },
};

/** The way to an object: the list that it is in, and what it lies in. */
export function trailTo(kind: ObjectKind, fullName: string): { label: string; path: string }[] {
  const list = LISTS[kind];
  if (list) {
    return [list];
  }
  const parts = fullName.split('.');
  const above = parts.slice(0, -1).map((label, index) => ({
    label,
    path: objectPath(index === 0 ? 'catalog' : 'schema', parts.slice(0, index + 1).join('.')),
  }));
  return [{ label: 'Catalogs', path: '/explore' }, ...above];
}

/** The frame of an object's page: where it is, what it is, its tabs, and the menu to copy its name or drop it. */
export function ObjectFrame({ kind, fullName, chips, about, actions, menu, tabs, tab, drop, children }: ObjectFrameProps) {
  const [dropping, setDropping] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = objectPath(kind, fullName);
  const parts = fullName.split('.');
  const place = { kind, name: fullName, path };
  useVisit(place);
  const trail = trailTo(kind, fullName);
  return (
    <Page title={fullName}>
      <PageHeader
        title={parts.at(-1) ?? fullName}
        kind={kind}
        trail={trail}
        chips={chips}
        about={about}
        favourite={place}
        actions={
          <>
            {actions}
            <Menu
              trigger={
                <IconButton label="More" look="plain">
                  <Ellipsis />
                </IconButton>
              }
            >
              <MenuItem icon={<Copy />} onSelect={() => void copyText(fullName).then(() => notify('success', `Copied ${fullName}`))}>
                Copy the full name
              </MenuItem>
              {menu}
              {drop ? (
                <>
                  <MenuLine />
                  <MenuItem icon={<Trash2 />} danger onSelect={() => setDropping(true)}>
                    {drop.title}
                  </MenuItem>
                </>
              ) : null}
            </Menu>
          </>
        }
      />
      <TabLinks tabs={tabs} current={tab} label={`Parts of ${fullName}`} />
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
      {drop ? (
        <Confirm
          open={dropping}
          onClose={() => setDropping(false)}
          title={`${drop.title} ${fullName}?`}
          action={drop.title}
          typed={drop.typed ? (parts.at(-1) ?? '') : undefined}
          run={async () => {
            await drop.run();
            notify('success', `Dropped ${fullName}`);
            await navigate({ to: trail.at(-1)?.path ?? '/explore' });
            void refreshCatalog(queries);
          }}
        >
          {drop.warning}
        </Confirm>
      ) : null}
    </Page>
  );
}

/** The padding of a tab whose content is no table. */
export function TabBody({ children }: { children: ReactNode }) {
  return <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>;
}
