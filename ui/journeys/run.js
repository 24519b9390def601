// Starts the packaged server with the quickstart's data, runs the journeys against it, and stops it.
//   node journeys/run.js [--url URL --link LINK --token TOKEN] [FILE...]     FILE: a part of a journey's file name
// TARN_JOURNEY_REPORT names a file for the JUnit report. What the server says is in target/journeys.log.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGET = path.resolve(import.meta.dirname, '../target');
const WAIT = 300_000;

/** The quickstart, once it has given its tour: where it is, the one-time link, the administrator's token. */
function quickstart() {
  mkdirSync(TARGET, { recursive: true });
  const data = mkdtempSync(path.join(tmpdir(), 'tarn-journeys-'));
  const log = createWriteStream(path.join(TARGET, 'journeys.log'));
  const server = spawn(path.join(ROOT, 'tarn'), ['quickstart', '--data', data, '--port', '0'], {
    env: { ...process.env, TARN_NO_BUILD: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () =>
    new Promise((stopped) => {
      server.once('exit', () => {
        rmSync(data, { recursive: true, force: true });
        stopped();
      });
      server.kill('SIGTERM');
    });
  const ready = new Promise((found, failed) => {
    let text = '';
    const timer = setTimeout(() => failed(new Error(`The quickstart took too long:\n${text.slice(-2000)}`)), WAIT);
    const read = (chunk) => {
      log.write(chunk);
      text += chunk;
      if (text.includes('It keeps running')) {
        clearTimeout(timer);
        const value = (name) => new RegExp(`^\\s+${name}\\s+(\\S+)$`, 'm').exec(text)?.[1] ?? '';
        found({ url: value('url'), link: value('sign in'), token: value('token') });
      }
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (status) => failed(new Error(`The quickstart ended with ${status}:\n${text.slice(-2000)}`)));
  });
  return { ready, stop };
}

function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv.splice(at, 2)[1];
}

function runJourneys({ url, link, token }, wanted) {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.journey.js'))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .sort()
    .map((file) => path.join(import.meta.dirname, file));
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  if (process.env.TARN_JOURNEY_REPORT) {
    reporters.push('--test-reporter=junit', `--test-reporter-destination=${process.env.TARN_JOURNEY_REPORT}`);
  }
  const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', ...reporters, ...files], {
    env: { ...process.env, TARN_JOURNEY_URL: url, TARN_JOURNEY_LINK: link, TARN_JOURNEY_TOKEN: token },
    stdio: 'inherit',
  });
  return new Promise((ended) => tests.once('exit', (status) => ended(status ?? 1)));
}

const given = { url: option('url'), link: option('link') ?? '', token: option('token') };
const server = given.url ? { ready: Promise.resolve(given), stop: async () => undefined } : quickstart();
let status = 1;
try {
  status = await runJourneys(await server.ready, process.argv.slice(2));
} catch (failure) {
  process.stderr.write(`${failure.message}\n`);
} finally {
  await server.stop();
}
process.exitCode = status;
