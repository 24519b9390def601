// The server that the journeys are made on, and how to prepare things in it without the app.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { signIn } from './browser.js';

export const URL = process.env.TARN_JOURNEY_URL;
export const LINK = process.env.TARN_JOURNEY_LINK;
export const ADMIN = 'admin@localhost';
export const PASSWORD = 'correct horse battery';

/** A call of the API as the administrator. */
export async function api(method, path, body, token = process.env.TARN_JOURNEY_TOKEN) {
  const response = await fetch(URL + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}

export async function warehouse() {
  return (await api('GET', '/api/2.0/sql/warehouses')).warehouses[0].id;
}

/** Runs a statement to its end. */
export async function sql(statement) {
  let answer = await api('POST', '/api/2.0/sql/statements', { statement, warehouse_id: await warehouse(), wait_timeout: '50s' });
  while (['PENDING', 'RUNNING'].includes(answer.status.state)) {
    answer = await api('GET', `/api/2.0/sql/statements/${answer.statement_id}`);
  }
  if (answer.status.state !== 'SUCCEEDED') {
    throw new Error(`${statement}: ${answer.status.error?.message}`);
  }
  return answer.result?.data_array ?? [];
}

/** Gives somebody a password by a new one-time link, as an administrator would send it. */
export async function invite(page, userName) {
  const { url } = await api('POST', '/api/tarn/v1/login-links', { user_name: userName });
  await acceptLink(page, url);
}

export async function acceptLink(page, link) {
  await page.goto(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/login/once'));
}

/** Signs the administrator in, on the first journey by a link, later by the password that it set. */
export async function asAdmin(page) {
  await page.goto('/login?next=/');
  await page.getByLabel('E-mail address').fill(ADMIN);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForLoadState();
  if (new globalThis.URL(page.url()).pathname.startsWith('/login')) {
    await invite(page, ADMIN);
  }
}

export { signIn };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page as it is. */
export async function axeFindings(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }),
  );
  return found.violations
    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
    .map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
}

/** By how many pixels the page is wider than the window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Waits until nothing is on its way from the server, and no skeleton is left. */
export async function settled(page) {
  do {
    await page.quiet();
    // What came is drawn in a frame, and what is drawn may ask for more in the next.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.waitForFunction(() => document.querySelector('main, [role=alert]') && !document.querySelector('[role=status][aria-label=Loading]'));
  } while (page.underway() > 0);
}
