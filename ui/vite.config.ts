import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The server that `npm run dev` works against: a running `./tarn serve`. */
const server = process.env.TARN_URL ?? 'http://127.0.0.1:8080';
const proxied = ['/api', '/login', '/oidc', '/.well-known', '/health', '/ready', '/sql', '/metrics'];
const proxy = Object.fromEntries(proxied.map((prefix) => [prefix, { target: server }]));

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': path.resolve(import.meta.dirname, 'src') } },
  server: { proxy },
  preview: { proxy },
  build: {
    outDir: 'target/site/ui',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    // The server's Content-Security-Policy allows no inline script and no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['src/testing/setup.ts'], css: false },
});
