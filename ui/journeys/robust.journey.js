// What is out of the ordinary has a message or a display of its own. A session that ends, and rights that are taken away while a page is
// open, are in the journeys of the catalog and of access.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, picture, visitor } from './browser.js';
import { asAdmin, URL } from './world.js';

let browser;
let page;

before(async () => {
  browser = await launch();
  page = await visitor(browser, URL);
  page.setDefaultTimeout(60_000);
  await asAdmin(page);
  await page.goto('/editor');
});
after(async () => {
  const complaints = page?.complaints ?? [];
  await browser?.close();
  assert.deepEqual(complaints, []);
});

async function run(text) {
  // Not by a click: the list of completions may lie over the text.
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+Enter');
}

const headers = () => page.getByRole('grid').getByRole('columnheader').locator('bdi').allInnerTexts();

test('a huge value is cut in the grid and whole beside it', async () => {
  await run("SELECT repeat('x', 1000000) AS big");
  const cell = page.getByRole('gridcell', { name: /^x+…$/ });
  await cell.waitFor();
  assert.ok((await cell.innerText()).length < 400);
  await cell.dblclick();
  await page.getByRole('dialog', { name: 'big' }).getByText('1,000,000 characters').waitFor();
  await page.keyboard.press('Escape');
});

test('of a thousand columns only those in view are drawn, and keys reach the last', async () => {
  await run(`SELECT ${Array.from({ length: 1000 }, (_, index) => `${index} AS c${index}`).join(', ')}`);
  await page.getByRole('columnheader', { name: /^c0\b/ }).waitFor();
  assert.ok((await page.getByRole('grid').getByRole('columnheader').count()) < 60);
  await page.getByRole('gridcell', { name: '0', exact: true }).click();
  await page.keyboard.press('End');
  await page.getByRole('gridcell', { name: '999', exact: true }).waitFor();
  await picture(page, 'editor-thousand-columns-light');
});

test('text from right to left keeps to its cell', async () => {
  await run("SELECT 'مرحبا (1)' AS greeting, 1 AS n");
  const text = page.getByRole('gridcell', { name: 'مرحبا (1)' }).locator('bdi');
  await text.waitFor();
  assert.equal(await text.evaluate((element) => getComputedStyle(element).unicodeBidi), 'isolate');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('[role=grid]')).direction), 'ltr');
});

test('markup in values, names and errors is text, and nothing of it runs', async () => {
  await run("SELECT '<img src=x onerror=window.hacked=1>' AS `<b onclick=hacked=1>b</b>`");
  await page.getByRole('gridcell', { name: '<img src=x onerror=window.hacked=1>' }).waitFor();
  assert.deepEqual(await headers(), ['<b onclick=hacked=1>b</b>']);
  await page.getByRole('tab', { name: 'Chart' }).click();
  await page.getByRole('tab', { name: 'Table' }).click();
  await run("SELECT `<script>window.hacked=2</script>`");
  await page.getByRole('alert').getByText('<script>window.hacked=2</script>').first().waitFor();
  assert.equal(await page.locator('[aria-label=Results] img, [aria-label=Results] script').count(), 0);
  assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
});

test('columns are moved by dragging and with keys, and keep their menus', async () => {
  await run('SELECT 1 AS a, 2 AS b, 3 AS c');
  await page.getByRole('gridcell', { name: '3', exact: true }).waitFor();
  const header = (name) => page.getByRole('columnheader', { name: new RegExp(`^${name}\\b`) });
  await header('a').getByRole('button').dragTo(header('c'));
  await page.waitForFunction(() => document.querySelector('[role=columnheader] bdi').textContent === 'b');
  assert.deepEqual(await headers(), ['b', 'c', 'a']);
  await page.getByRole('gridcell', { name: '1', exact: true }).click();
  await page.keyboard.press('Alt+ArrowLeft');
  assert.deepEqual(await headers(), ['b', 'a', 'c']);
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('dialog', { name: 'Column a' }).waitFor();
  await page.keyboard.press('Escape');
});

test('a server that is gone is told of where the result would be, and the next run works', async () => {
  await page.route('**/api/2.0/sql/statements/**', (route) => route.abort());
  await run('SELECT 5 AS five');
  await page.getByRole('alert').getByText('The server does not answer').waitFor();
  await picture(page, 'editor-server-gone-light');
  await page.unroute('**/api/2.0/sql/statements/**');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: '5', exact: true }).waitFor();
  page.complaints = page.complaints.filter((complaint) => !complaint.includes('ERR_FAILED'));
});
