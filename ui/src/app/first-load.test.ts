// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Entry {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

const TARGET = path.resolve(import.meta.dirname, '../../target');
const MANIFEST = path.join(TARGET, 'manifest.json');
const MOST = 350_000;

/** Files that a page loads before anything is shown: a chunk with all that it imports, not what it imports later. */
function loaded(manifest: Record<string, Entry>, name: string, seen = new Set<string>()): Set<string> {
  const entry = manifest[name];
  if (entry && !seen.has(entry.file)) {
    seen.add(entry.file);
    entry.imports?.forEach((other) => loaded(manifest, other, seen));
  }
  return seen;
}

describe.skipIf(!existsSync(MANIFEST))('the first load', () => {
  it('is less than 350 kB of JavaScript on the wire', () => {
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Entry>;
    const start = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
    const home = Object.keys(manifest).find((name) => name.endsWith('home-page.tsx')) ?? '';
    const files = new Set([...loaded(manifest, start), ...loaded(manifest, home)]);
    const size = [...files]
      .filter((file) => file.endsWith('.js'))
      .map((file) => brotliCompressSync(readFileSync(path.join(TARGET, 'site/ui', file))).length)
      .reduce((sum, bytes) => sum + bytes, 0);
    expect(size).toBeGreaterThan(20_000);
    expect(size).toBeLessThan(MOST);
  });
});
