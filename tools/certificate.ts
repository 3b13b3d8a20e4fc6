/**
 * Exports the certificate of a claim's boxes: `npm run certificate -- theorems/….ts [out.json]`.
 *
 * One document a claim: every inequality as a formula, the box of all parameters, the cells with the way each was shown.
 */
import { writeFileSync } from 'node:fs';
import { certificateOf } from '../src/certify/certificate.ts';
import { loadClaim } from '../src/load.ts';

const [file, out] = process.argv.slice(2);
if (!file) throw new Error('a claim file is wanted: npm run certificate -- theorems/….ts [out.json]');
const loaded = await loadClaim(file);
const certificate = certificateOf(loaded.claim.id, loaded.hash, loaded.instances);
if ('reason' in certificate) throw new Error(`${file} is not certified by boxes: ${certificate.reason}`);
const text = `${JSON.stringify(certificate)}\n`;
if (out) writeFileSync(out, text);
else process.stdout.write(text);
