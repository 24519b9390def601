import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, picture, visitor } from './browser.js';
import { api, asAdmin, axeFindings, overflow, settled, URL } from './world.js';

let browser;
let page;

before(async () => {
  browser = await launch();
  page = await visitor(browser, URL);
  page.setDefaultTimeout(120_000);
  await asAdmin(page);
});
after(async () => {
  const complaints = page?.complaints ?? [];
  await browser?.close();
  assert.deepEqual(complaints, []);
});

/** Replaces the text of the open tab. */
async function write(text) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

test('a script runs with a result each, and its error is marked where it is', async () => {
  await page.goto('/editor');
  await write("SELECT 1 AS one;\nSELECT ';' AS two, -- a; comment\n  2;\nSELECT nothing_such\nFROM main.travel.airports;\nSELECT 4");
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('button', { name: 'Go to the error' }).waitFor();
  const statements = page.getByRole('group', { name: 'Statements' }).getByRole('button');
  assert.equal(await statements.count(), 4);
  assert.equal(await page.locator('.cm-lintRange-error').innerText(), 'nothing_such');
  await picture(page, 'editor-error-light');
  await statements.nth(3).click();
  await page.getByText('This statement was not run').waitFor();
  await statements.nth(0).click();
  await page.getByRole('gridcell', { name: '1', exact: true }).waitFor();
});

test('tabs and their texts survive reload', async () => {
  await page.getByRole('button', { name: 'New query' }).click();
  await write('SELECT 42 AS answer');
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByText('SELECT 42 AS answer').waitFor();
  assert.equal(await page.getByRole('tab', { name: /Untitled/ }).count(), 2);
});

test('names of the live catalog are completed, by alias too', async () => {
  await write('SELECT f.des FROM main.travel.flights f');
  await page.keyboard.press('Home');
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Control+Space');
  // By pointer: the editor takes no key for a moment after the list has opened, lest it be a surprise.
  await page.getByRole('option', { name: /destination/ }).click();
  await page.getByText('SELECT f.destination FROM main.travel.flights f').waitFor();
});

test('a query with a parameter is run, charted, profiled, saved and shared', async () => {
  await write('SELECT a.state, count(*) AS flights\nFROM main.travel.flights f JOIN main.travel.airports a ON a.iata = f.origin\nWHERE f.delay > :least\nGROUP BY a.state ORDER BY flights DESC');
  await page.getByLabel(':least').fill('30');
  await page.getByLabel('Type of least').selectOption('BIGINT');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('gridcell', { name: 'CA', exact: true }).waitFor();
  await page.getByRole('columnheader', { name: /flights/ }).getByRole('button').click();
  await page.getByRole('button', { name: 'Ascending' }).click();
  await page.getByRole('columnheader', { name: /flights/ }).and(page.locator('[aria-sort=ascending]')).waitFor();
  await page.getByRole('tab', { name: 'Chart' }).click();
  await page.getByRole('img', { name: /bar chart of flights by state/ }).locator('svg').waitFor();
  await picture(page, 'editor-chart-light');
  await page.getByRole('tab', { name: 'Profile' }).click();
  await page.getByRole('button', { name: /Join.*rows/ }).first().click();
  await page.getByRole('complementary', { name: 'Operator' }).getByText('Spark').waitFor();
  await picture(page, 'editor-profile-light');
  await page.getByRole('tab', { name: 'Table' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByLabel('Name').fill('Late flights by state');
  await page.getByRole('button', { name: 'Save query' }).click();
  await page.getByRole('tab', { name: 'Late flights by state' }).waitFor();
  const { results } = await api('GET', '/api/2.0/sql/queries');
  assert.ok(results.some((query) => query.display_name === 'Late flights by state' && query.query_text.includes(':least')));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('Kind').selectOption('group_name');
  await page.getByLabel('Who').fill('users');
  await page.getByRole('button', { name: 'Give' }).click();
  await page.getByRole('dialog').getByLabel('Level of users').waitFor();
  await page.keyboard.press('Escape');
});

test('an older version of a saved query comes back', async () => {
  await write('SELECT 2');
  await page.keyboard.press('Control+s');
  await page.getByText('Saved Late flights by state').first().waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  await page.getByRole('button', { name: /Version 1/ }).click();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByText(/is as it was/).first().waitFor();
  await page.getByText('WHERE f.delay > :least').waitFor();
});

test('the history finds a statement and shows its profile', async () => {
  await page.goto('/history?words=nothing_such');
  await page.getByRole('button', { name: /SELECT nothing_such/ }).first().click();
  await page.getByRole('dialog').getByText(/UNRESOLVED_COLUMN/).waitFor();
  await picture(page, 'history-light');
});

test('a warehouse is made, stopped, and deleted by typing its name', async () => {
  await page.goto('/warehouses');
  await page.getByRole('button', { name: 'Create warehouse' }).first().click();
  await page.getByLabel('Name').fill('Journey');
  await page.getByRole('dialog').getByRole('button', { name: 'Create warehouse' }).click();
  await page.getByRole('button', { name: 'Stop Journey' }).click();
  await page.getByRole('row', { name: /Journey/ }).getByText('Stopped').waitFor();
  await page.getByRole('button', { name: 'More for Journey' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByLabel('Type Journey to go on').fill('Journey');
  await page.getByRole('button', { name: 'Delete warehouse' }).click();
  await page.getByRole('row', { name: /Journey/ }).waitFor({ state: 'detached' });
});

for (const theme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    test(`the pages of SQL are accessible and fit, ${theme} at ${width}`, async () => {
      const own = await visitor(browser, URL, { theme, width, height: width < 500 ? 844 : 900 });
      await own.context().addCookies(await page.context().cookies());
      for (const [name, path] of [['editor', '/editor'], ['history', '/history'], ['warehouses', '/warehouses']]) {
        await own.goto(path);
        await settled(own);
        await picture(own, `${name}-${theme}-${width}`);
        assert.deepEqual(await axeFindings(own), [], `${name} ${theme} ${width}`);
        assert.ok((await overflow(own)) <= 0, `${name} is wider than ${width}`);
      }
      await own.context().close();
    });
  }
}
