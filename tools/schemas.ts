/** Writes the published JSON Schemas from their zod sources. `npm run schemas` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { DOCUMENTS } from '../src/report/schema.ts';

const folder = new URL('../schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(DOCUMENTS))
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`);
