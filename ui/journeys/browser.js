// A browser for journeys: Debian's Chromium, driven by playwright-core.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

export const SCREENSHOTS = path.resolve(import.meta.dirname, '../target/screenshots');

export function chromiumPath() {
  const found = [process.env.TARN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (candidate) => candidate && existsSync(candidate),
  );
  if (!found) {
    throw new Error('There is no Chromium; install it, or name it in TARN_CHROMIUM.');
  }
  return found;
}

export async function launch() {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'] });
}

/** A page of a new visitor. What the browser complains of is kept in `page.complaints`; journeys end by finding it empty. */
export async function visitor(browser, url, { width = 1440, height = 900, theme = 'light' } = {}) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watchRequests(page);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      page.complaints.push(message.text());
    }
  });
  return page;
}

/** `page.underway()` counts requests without an answer; `page.quiet()` waits until there is none. */
function watchRequests(page) {
  const underway = new Set();
  let waiting = [];
  const ended = (request) => {
    underway.delete(request);
    if (underway.size === 0) {
      waiting.forEach((go) => go());
      waiting = [];
    }
  };
  page.on('request', (request) => underway.add(request));
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  page.underway = () => underway.size;
  page.quiet = () => (underway.size === 0 ? Promise.resolve() : new Promise((go) => waiting.push(go)));
}

export async function signIn(page, user, password) {
  await page.goto('/login?next=/');
  await page.getByLabel('E-mail address').fill(user);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/login'));
}

/** Keeps a picture of the page as it is, as build output. */
export async function picture(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}
