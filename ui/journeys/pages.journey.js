// Every page in both themes, wide and on a phone: axe finds nothing serious, nothing sticks out, the browser complains of nothing.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, picture, visitor } from './browser.js';
import { asAdmin, axeFindings, overflow, settled, sql, URL } from './world.js';

/** What to open, by the name of its picture. A feature adds its pages here. */
const PAGES = {
  home: '/',
  catalogs: '/explore',
  catalog: '/explore/data/main',
  'catalog-details': '/explore/data/main?tab=details',
  schema: '/explore/data/main/travel',
  'schema-volumes-empty': '/explore/data/main/travel?tab=volumes',
  table: '/explore/data/main/travel/flights',
  'table-sample': '/explore/data/main/travel/flights?tab=sample',
  'table-details': '/explore/data/main/travel/watch_list?tab=details',
  'table-permissions': '/explore/data/main/travel/flights?tab=permissions',
  'table-history': '/explore/data/main/travel/watch_list?tab=history',
  'table-usage': '/explore/data/main/travel/flights?tab=usage',
  'create-table': '/explore/data/main/travel?create=table',
  'table-missing': '/explore/data/main/travel/nothing',
  'long-name': `/explore/data/main/default/${'long_'.repeat(50)}`,
  locations: '/explore/locations',
  location: '/explore/locations/landing',
  credentials: '/explore/credentials',
  'create-catalog': '/explore?create=catalog',
  profile: '/settings/profile',
  tokens: '/settings/tokens',
  people: '/settings/users',
  groups: '/settings/groups',
  'service-principals': '/settings/service-principals',
  workspaces: '/settings/workspaces',
  audit: '/settings/audit',
  about: '/settings/about',
  'not-found': '/nowhere',
};

const VIEWS = [
  { name: 'light', theme: 'light', width: 1440, height: 900 },
  { name: 'dark', theme: 'dark', width: 1440, height: 900 },
  { name: 'phone-light', theme: 'light', width: 390, height: 844 },
  { name: 'phone-dark', theme: 'dark', width: 390, height: 844 },
  // 1440 pixels at 200 %.
  { name: 'zoomed', theme: 'light', width: 720, height: 450 },
];

let browser;
before(async () => {
  browser = await launch();
  await sql(`CREATE TABLE IF NOT EXISTS main.default.${'long_'.repeat(50)} (${'column_'.repeat(30)}1 INT COMMENT 'A column with a name as long as names may be')`);
});
after(() => browser?.close());

for (const view of VIEWS) {
  describe(view.name, () => {
    let page;
    before(async () => {
      page = await visitor(browser, URL, view);
      await asAdmin(page);
    });
    after(() => page?.context().close());
    for (const [name, address] of Object.entries(PAGES)) {
      test(`${name} is whole and accessible`, async () => {
        await page.goto(address);
        await settled(page);
        await picture(page, `${name}-${view.name}`);
        assert.deepEqual(await axeFindings(page), []);
        assert.equal(await overflow(page), 0);
        assert.deepEqual(page.complaints.splice(0), []);
      });
    }
  });
}
