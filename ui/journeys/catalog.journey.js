import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, picture, visitor } from './browser.js';
import { ADMIN, api, asAdmin, axeFindings, PASSWORD, settled, sql, URL } from './world.js';

let browser;
let page;

before(async () => {
  browser = await launch();
  page = await visitor(browser, URL);
  await asAdmin(page);
});
after(async () => {
  const complaints = page?.complaints ?? [];
  await browser?.close();
  assert.deepEqual(complaints, []);
});

test('a visitor finds the flights table with the palette and sees its columns and rows', async () => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find tables').fill('flights');
  await page.getByRole('option', { name: /main\.travel\.flights/ }).first().waitFor();
  await picture(page, 'palette-light');
  await page.getByRole('option', { name: /main\.travel\.flights/ }).first().click();
  await page.getByRole('heading', { name: 'flights' }).waitFor();
  await page.getByRole('cell', { name: 'destination', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Sample data' }).click();
  await page.getByText(/100 rows/).waitFor();
  assert.equal(await page.getByRole('region', { name: 'Rows of main.travel.flights' }).getByRole('columnheader').count(), 5);
});

test('a comment written beside a column is what SQL reads', async () => {
  await page.goto('/explore/data/main/travel/watch_list');
  await page.getByRole('button', { name: 'Edit the comment of reason' }).click();
  await page.getByRole('textbox', { name: 'Comment of reason' }).fill("It's why we look");
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Edit the comment of reason' }).getByText("It's why we look").waitFor();
  const rows = await sql('DESCRIBE main.travel.watch_list');
  assert.equal(rows.find(([name]) => name === 'reason')[2], "It's why we look");
});

test('a file that is dropped on a schema becomes a table, with names and types as chosen', async () => {
  const { url } = await api('GET', '/api/2.1/unity-catalog/external-locations/landing');
  await sql(`CREATE EXTERNAL VOLUME main.travel.incoming LOCATION '${url}/incoming'`);
  await page.goto('/explore/data/main/travel');
  await page.getByRole('link', { name: 'flights' }).waitFor();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const text = 'code,full name,price,since\n007,"Bond, James",1.5,2024-02-29\n008,"Bill ""B"" ",2.25,\n';
    transfer.items.add(new File([text], 'My agents.csv', { type: 'text/csv' }));
    return transfer;
  });
  await page.getByRole('region', { name: 'Tables of main.travel' }).dispatchEvent('drop', { dataTransfer: data });
  const dialog = page.getByRole('dialog', { name: 'Create a table from a file' });
  await dialog.getByText('My agents.csv').waitFor();
  await dialog.getByLabel('Volume').selectOption('incoming');
  await picture(page, 'import-file-light');
  await dialog.getByRole('button', { name: 'Upload and preview' }).click();
  await dialog.getByText('Bond, James · Bill "B"').waitFor();
  await dialog.getByText('007 · 008').waitFor();
  assert.equal(await dialog.getByLabel('Table name').inputValue(), 'my_agents');
  assert.equal(await dialog.getByLabel('Name of column full name').inputValue(), 'full_name');
  assert.equal(await dialog.getByLabel('Type of column since').inputValue(), 'DATE');
  await dialog.getByLabel('Type of column code').selectOption('STRING');
  await dialog.getByLabel('Type of column price').selectOption('BOOLEAN');
  await picture(page, 'import-columns-light');
  assert.deepEqual(await axeFindings(page), []);
  await dialog.getByRole('button', { name: 'Create table' }).click();
  await dialog.getByText(/CAST_INVALID_INPUT/).first().waitFor();
  await dialog.getByLabel('Type of column price').selectOption('DECIMAL(18,2)');
  await dialog.getByRole('button', { name: 'Create table' }).click();
  await page.getByRole('heading', { name: 'my_agents' }).waitFor();
  assert.deepEqual(await sql('SELECT code, full_name, price, since FROM main.travel.my_agents ORDER BY code'), [
    ['007', 'Bond, James', '1.50', '2024-02-29'],
    ['008', 'Bill "B" ', '2.25', null],
  ]);
  await sql('DROP TABLE main.travel.my_agents');
});

test('an older version is restored from the history', async () => {
  await page.goto('/explore/data/main/travel/watch_list?tab=history');
  const first = page.getByRole('row').filter({ hasText: 'WRITE' }).last();
  await first.hover();
  await first.getByRole('button', { name: /Restore to version/ }).click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText(/is as it was at version/).first().waitFor();
  assert.deepEqual((await sql('SELECT count(*) FROM main.travel.watch_list'))[0], ['2']);
});

test('a schema is made, found in the tree, and dropped by typing its name', async () => {
  await page.goto('/explore/data/main');
  await page.getByRole('button', { name: 'Create schema' }).first().click();
  await page.getByLabel('Name').fill('has space');
  await page.getByRole('dialog').getByRole('button', { name: 'Create schema' }).click();
  await page.getByText('A name has no dots').waitFor();
  await page.getByLabel('Name').fill('journey');
  await page.getByRole('dialog').getByRole('button', { name: 'Create schema' }).click();
  await page.waitForURL('**/explore/data/main/journey');
  await page.getByRole('treeitem', { name: 'journey' }).waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Drop' }).click();
  await page.getByLabel('Type journey to go on').fill('journey');
  await page.getByRole('dialog').getByRole('button', { name: 'Drop' }).click();
  await page.waitForURL('**/explore/data/main');
  await page.getByRole('treeitem', { name: 'journey' }).waitFor({ state: 'detached' });
});

test('the tree is walked with arrow keys alone', async () => {
  await page.goto('/explore');
  await page.evaluate(() => localStorage.setItem('tarn.catalog.expanded', '[]'));
  await page.reload();
  await page.getByRole('treeitem', { name: 'main' }).waitFor();
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('treeitem', { name: 'travel' }).waitFor();
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press('ArrowDown');
    const active = await page.getByRole('tree').getAttribute('aria-activedescendant');
    if (active === 'tree-schema_main_travel') {
      break;
    }
  }
  await page.keyboard.press('Enter');
  await page.waitForURL('**/explore/data/main/travel');
});

test('markup in names and comments is text, and nothing of it runs', async () => {
  await sql("CREATE OR REPLACE TABLE main.default.markup AS SELECT '<img src=x onerror=alert(1)>' AS html, 'مرحبا بالعالم' AS arabic");
  await sql("COMMENT ON TABLE main.default.markup IS '<script>window.hacked=true</script><b>bold</b>'");
  await page.goto('/explore/data/main/default/markup?tab=sample');
  await page.getByText('<img src=x onerror=alert(1)>').waitFor();
  await page.getByText('<script>window.hacked=true</script>').waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  await picture(page, 'markup-light');
  await sql('DROP TABLE main.default.markup');
});

test('a server that does not answer is told of, and asked again on demand', async () => {
  await page.goto('/explore');
  await page.route('**/api/2.1/unity-catalog/schemas/**', (route) => route.abort());
  await page.getByRole('treeitem', { name: 'main' }).waitFor();
  await page.goto('/explore/data/main/default');
  await page.getByText('The server does not answer').waitFor();
  await page.unroute('**/api/2.1/unity-catalog/schemas/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'default' }).waitFor();
  page.complaints = page.complaints.filter((complaint) => !complaint.includes('ERR_FAILED'));
});

test('an expired session is told of where one is, and leads to the sign-in page and back', async () => {
  await page.goto('/explore/data/main');
  await page.getByRole('heading', { name: 'main' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('cell', { name: 'travel', exact: true }).getByRole('link').click();
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  await picture(page, 'session-ended-light');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/login?next=**');
  assert.match(decodeURIComponent(page.url()), /next=\/explore\/data\/main\/travel/);
  await page.getByLabel('E-mail address').fill(ADMIN);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'travel' }).waitFor();
  await page.context().clearCookies();
  await page.goto('/explore/data/main/travel');
  await page.waitForURL('**/login?next=**');
});
