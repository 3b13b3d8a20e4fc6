/**
 * Adds to package-lock.json the optional platform packages that a registry mirror did not offer when it was written;
 * without them `npm ci` refuses the file. Run after `npm install`: `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  readonly version: string;
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
  readonly libc?: readonly string[];
  readonly optional?: boolean;
  readonly optionalDependencies?: { readonly [name: string]: string };
  readonly dev?: boolean;
  readonly license?: string;
}
const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: { [name: string]: Entry } };
const PLATFORM = /-(android|darwin|linux|win32)-(x64|arm64)(-musl)?$/;

for (const owner of Object.values(lock.packages))
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const [, os, cpu, musl] = PLATFORM.exec(name) ?? [];
    const key = `node_modules/${name}`;
    if (lock.packages[key] || !os || !cpu) continue;
    const libc = musl ? { libc: ['musl'] } : {};
    const kept = { ...(owner.dev ? { dev: true } : {}), ...(owner.license ? { license: owner.license } : {}) };
    lock.packages[key] = { version, cpu: [cpu], ...kept, ...libc, optional: true, os: [os] };
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
