// How fluid the result grid is with a million rows: frames while it scrolls, on a server that is given.
//   node journeys/grid-speed.js --url URL --user USER --password PASSWORD [--rows 1000000]
import { parseArgs } from 'node:util';
import { launch, signIn, visitor } from './browser.js';

const { values } = parseArgs({
  options: { url: { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, rows: { type: 'string', default: '1000000' } },
});

const browser = await launch();
const page = await visitor(browser, values.url);
page.setDefaultTimeout(300_000);
await signIn(page, values.user, values.password);
await page.goto('/editor');
await page.getByLabel('Row limit').selectOption('0');
await page.locator('.cm-content').click();
await page.keyboard.press('Control+a');
await page.keyboard.insertText(`SELECT id, id % 97 AS k, concat('row ', id) AS name, rand(1) AS r FROM range(${values.rows})`);
const began = Date.now();
await page.keyboard.press('Control+Enter');
await page.getByText(/rows in/).waitFor();
const first = Date.now() - began;

/** Counts what is drawn for some seconds: while nothing moves, which is the machine's own measure, and while the grid scrolls. */
const frames = (step) => page.evaluate(async (step) => {
  const grid = document.querySelector('[role=grid]');
  const times = [];
  let last = performance.now();
  const end = last + 6_000;
  for (;;) {
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
    if (now >= end) {
      break;
    }
    grid.scrollTop += step;
  }
  times.shift();
  times.sort((a, b) => a - b);
  return { count: times.length, median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], worst: times.at(-1) };
}, step);
const still = await frames(0);
const scrolling = await frames(160);
const jump = await page.evaluate(async () => {
  const grid = document.querySelector('[role=grid]');
  const started = performance.now();
  grid.scrollTop = grid.scrollHeight / 2;
  for (;;) {
    await new Promise(requestAnimationFrame);
    const cell = [...grid.querySelectorAll('[role=gridcell]')].find((other) => /^row \d+$/.test(other.textContent) && Number(other.textContent.slice(4)) > 100_000);
    if (cell) {
      return performance.now() - started;
    }
  }
});
const heap = await page.evaluate(() => Math.round((performance.memory?.usedJSHeapSize ?? 0) / 1e6));
await browser.close();
process.stdout.write(
  `${JSON.stringify({ rows: Number(values.rows), resultMs: first, fpsStill: Math.round(1000 / (still.median || 1)), fps: Math.round(1000 / (scrolling.median || 1)), frameP95Ms: Math.round(scrolling.p95), worstFrameMs: Math.round(scrolling.worst), jumpMs: Math.round(jump), pageHeapMb: heap })}\n`,
);
