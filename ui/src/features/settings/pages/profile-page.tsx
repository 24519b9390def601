import { DoorOpen, KeyRound, LogOut } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { meQuery, useSession } from '../../../shared/api/session';
import { signOut } from '../../../shared/api/sign-out';
import { Facts } from '../../../shared/display/facts';
import { Mono } from '../../../shared/display/mono';
import { Page, PageBody, PageHeader } from '../../../shared/layout/page';
import { Loaded } from '../../../shared/states/loaded';
import { useTheme, type Theme } from '../../../shared/theme/theme';
import { Button } from '../../../shared/ui/button';
import { Chip } from '../../../shared/ui/chip';
import { Field } from '../../../shared/ui/field';
import { Select } from '../../../shared/ui/input';

/** Who one is here, and how things look. */
export function ProfilePage() {
  const me = useQuery(meQuery);
  const session = useSession();
  const [theme, setTheme] = useTheme();
  return (
    <Page title="Profile">
      <PageHeader title="Profile" about="Who you are to this server." />
      <PageBody>
        <Loaded query={me} lines={4}>
          {(user) => (
            <div className="max-w-2xl">
              <Facts
                facts={[
                  ['User name', user.userName],
                  ['Display name', user.displayName],
                  ['Id', <Mono key="id" text={user.id ?? ''} />],
                  ['Workspace', <Mono key="workspace" text={session.workspace_id} />],
                  [
                    'Groups',
                    <span key="groups" className="flex flex-wrap gap-1">
                      {(user.groups ?? []).map((group) => (
                        <Chip key={group.value}>{group.display}</Chip>
                      ))}
                    </span>,
                  ],
                ]}
              />
            </div>
          )}
        </Loaded>
        <h2 className="mt-8 mb-2 text-lg font-semibold">Appearance</h2>
        <div className="max-w-60">
          <Field label="Theme">
            <Select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
              <option value="system">As the system</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </Select>
          </Field>
        </div>
        <h2 className="mt-6 mb-2 text-lg font-semibold">Sign-in</h2>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <a href="/login/account">
              <KeyRound /> Change password
            </a>
          </Button>
          <Button onClick={() => void signOut(false)}>
            <LogOut /> Sign out
          </Button>
          <Button look="danger" onClick={() => void signOut(true)}>
            <DoorOpen /> Sign out everywhere
          </Button>
        </div>
      </PageBody>
    </Page>
  );
}
