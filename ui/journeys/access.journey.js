import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, picture, visitor } from './browser.js';
import { acceptLink, api, asAdmin, settled, sql, URL, warehouse } from './world.js';

const MEMBER = 'mia@example.com';
let browser;
let admin;
let link;

before(async () => {
  browser = await launch();
  admin = await visitor(browser, URL);
  await asAdmin(admin);
  await sql('CREATE SCHEMA IF NOT EXISTS main.secret');
  await sql('CREATE TABLE IF NOT EXISTS main.secret.plans (id INT)');
});
after(async () => {
  const complaints = admin?.complaints ?? [];
  await browser?.close();
  assert.deepEqual(complaints, []);
});

test('an administrator adds a person and gets a sign-in link, shown once', async () => {
  await admin.goto('/settings/users?create=user');
  await admin.getByLabel('E-mail address').fill(MEMBER);
  await admin.getByLabel('Display name').fill('Mia Member');
  await admin.getByRole('button', { name: 'Add person' }).last().click();
  link = await admin.getByLabel('Sign-in link', { exact: true }).textContent();
  assert.match(link, /\/login\/once\?code=/);
  await admin.getByRole('button', { name: 'I have kept it' }).click();
  await admin.getByRole('link', { name: MEMBER }).waitFor();
});

test('a group is made, and the person put into it', async () => {
  await admin.goto('/settings/groups?create=group');
  await admin.getByLabel('Name').fill('pilots');
  await admin.getByRole('dialog').getByRole('button', { name: 'Create group' }).click();
  await admin.getByRole('heading', { name: 'pilots' }).waitFor();
  await admin.getByRole('button', { name: 'Add members' }).first().click();
  await admin.getByLabel('People, groups, service principals').last().fill('mia');
  await admin.getByRole('option', { name: /mia/ }).click();
  await admin.getByRole('button', { name: 'Add', exact: true }).click();
  await admin.getByRole('cell', { name: MEMBER, exact: true }).waitFor();
});

test('the group is granted a schema with a preset, and the page explains why its member can read', async () => {
  await admin.goto('/explore/data/main?tab=permissions');
  await grant(['USE CATALOG']);
  await admin.goto('/explore/data/main/travel?tab=permissions');
  await grant(undefined, 'Data reader');
  await admin.goto('/explore/data/main/travel/flights?tab=permissions');
  await settled(admin);
  await picture(admin, 'permissions-light');
  await admin.getByRole('button', { name: 'Why can someone read this?' }).click();
  await admin.getByLabel("Somebody's name").last().fill('mia');
  await admin.getByRole('option', { name: /mia/ }).click();
  await admin.getByText(`${MEMBER} can read main.travel.flights`).waitFor();
  await admin.getByText('because group pilots was granted SELECT on main.travel').waitFor();
  await picture(admin, 'why-light');
  await admin.keyboard.press('Escape');
});

async function grant(privileges, preset) {
  await admin.getByRole('button', { name: 'Grant', exact: true }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('People, groups, service principals').last().fill('pilots');
  await dialog.getByRole('option', { name: 'pilots' }).click();
  if (preset) {
    await dialog.getByRole('button', { name: preset }).click();
    await picture(admin, 'grant-light');
  }
  for (const privilege of privileges ?? []) {
    await dialog.getByRole('checkbox', { name: privilege }).check();
  }
  await dialog.getByRole('button', { name: 'Grant', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('the member signs in by the link and sees exactly what was granted', async () => {
  await api('PATCH', `/api/2.0/permissions/sql/warehouses/${await warehouse()}`, {
    access_control_list: [{ group_name: 'pilots', permission_level: 'CAN_USE' }],
  });
  const member = await visitor(browser, URL);
  await acceptLink(member, link);
  await member.goto('/explore/data/main');
  await member.getByRole('treeitem', { name: 'travel' }).waitFor();
  await settled(member);
  assert.equal(await member.getByRole('treeitem', { name: 'secret' }).count(), 0);
  await member.goto('/explore/data/main/travel/flights?tab=sample');
  await member.getByText(/100 rows/).waitFor();
  await member.goto('/explore/data/main/secret/plans');
  await member.getByText(/does not exist/).first().waitFor();
  await member.getByText('admins, who owns its catalog').waitFor();
  await member.getByRole('button', { name: 'Copy a request' }).waitFor();
  await picture(member, 'no-access-light');
  await member.keyboard.press('Control+k');
  await member.getByPlaceholder('Find tables').fill('plans');
  await member.getByText('Nothing that you may see').waitFor();
  await picture(member, 'member-nothing-light');
  await member.keyboard.press('Escape');
  assert.equal(await member.getByRole('link', { name: 'Audit log' }).count(), 0);

  // Taken away while the page is open: the next look says so.
  await member.goto('/explore/data/main/travel/flights');
  await member.getByRole('cell', { name: 'destination', exact: true }).waitFor();
  await api('PATCH', '/api/2.1/unity-catalog/permissions/schema/main.travel', { changes: [{ principal: 'pilots', remove: ['SELECT', 'BROWSE', 'USE_SCHEMA'] }] });
  await member.getByRole('link', { name: 'Sample data' }).click();
  await member.getByText('No rows could be read').waitFor();
  await member.getByText('admin@localhost, who owns the table').waitFor();
  await picture(member, 'access-taken-away-light');
  await member.reload();
  await member.getByRole('heading', { name: 'Not there, or not yours to see' }).waitFor();
  assert.deepEqual(member.complaints, []);
});

test('a token is shown once and revoked', async () => {
  await admin.goto('/settings/tokens?create=token');
  await admin.getByLabel('What is it for?').fill('journey');
  await admin.getByRole('dialog').getByRole('button', { name: 'Create token' }).click();
  const token = await admin.getByLabel('Token', { exact: true }).textContent();
  assert.equal((await api('GET', '/api/2.0/preview/scim/v2/Me', undefined, token)).userName, 'admin@localhost');
  await admin.getByRole('button', { name: 'I have kept it' }).click();
  await admin.reload();
  await admin.getByRole('cell', { name: 'journey', exact: true }).waitFor();
  assert.equal(await admin.getByText(token).count(), 0);
  await admin.getByRole('button', { name: 'Revoke journey' }).click();
  await admin.getByRole('button', { name: 'Revoke token' }).click();
  await admin.getByRole('cell', { name: 'journey', exact: true }).waitFor({ state: 'detached' });
  await assert.rejects(api('GET', '/api/2.0/preview/scim/v2/Me', undefined, token), /401|403/);
});

test('the audit log shows what was refused, by filter', async () => {
  await admin.goto('/settings/audit?decision=DENIED');
  await admin.getByRole('cell', { name: 'denied' }).first().waitFor();
  await settled(admin);
  assert.equal(await admin.getByRole('cell', { name: 'allowed' }).count(), 0);
  await picture(admin, 'audit-denied-light');
});
