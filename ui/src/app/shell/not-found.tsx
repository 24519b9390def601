import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Page } from '../../shared/layout/page';
import { Empty } from '../../shared/states/empty';
import { Button } from '../../shared/ui/button';

export function NotFound() {
  return (
    <Page title="Not found">
      <Empty
        icon={Compass}
        title="There is no such page"
        action={
          <Button asChild look="primary">
            <Link to="/">Go home</Link>
          </Button>
        }
      >
        The address may be mistyped, or what was here has moved.
      </Empty>
    </Page>
  );
}
