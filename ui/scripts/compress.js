// Writes a .br and a .gz beside each text file of the build, so that the server compresses nothing while it serves.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const site = path.resolve(import.meta.dirname, '../target/site/ui');
// Which file loads which: for the test of sizes, not for browsers.
renameSync(path.join(site, '.vite/manifest.json'), path.resolve(site, '../../manifest.json'));
rmSync(path.join(site, '.vite'), { recursive: true });
for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) {
    continue;
  }
  const bytes = readFileSync(file);
  if (bytes.length < 1024) {
    continue;
  }
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}
