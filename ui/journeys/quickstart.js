// The packaged server with the quickstart's data, in a process of its own. What it says is in target/journeys.log.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGET = path.resolve(import.meta.dirname, '../target');
const WAIT = 300_000;

/** The quickstart, once it has given its tour: where it is, the one-time link, the administrator's token. */
export function quickstart() {
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
