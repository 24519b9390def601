// Starts the packaged server with the quickstart's data, runs the journeys against it, and stops it.
//   node journeys/run.js [--url URL --link LINK --token TOKEN] [FILE...]     FILE: a part of a journey's file name
// TARN_JOURNEY_REPORT names a file for the JUnit report. What the server says is in target/journeys.log.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { quickstart } from './quickstart.js';

function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv.splice(at, 2)[1];
}

/** Colours of a terminal, which errors may have, are no XML. */
function mendReport(file) {
  if (file && existsSync(file)) {
    writeFileSync(file, stripVTControlCharacters(readFileSync(file, 'utf8')));
  }
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
    env: { ...process.env, TARN_JOURNEY_URL: url, TARN_JOURNEY_LINK: link, TARN_JOURNEY_TOKEN: token, FORCE_COLOR: '0' },
    stdio: 'inherit',
  });
  return new Promise((ended) =>
    tests.once('exit', (status) => {
      mendReport(process.env.TARN_JOURNEY_REPORT);
      ended(status ?? 1);
    }),
  );
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
