/** Which files are claims: ids, families, folders, globs, and what is left out. */
import { describe, expect, it } from 'vitest';
import { findClaims } from '../../src/find.ts';

const cwd = new URL('../..', import.meta.url).pathname;
const found = async (path: string): Promise<readonly string[]> => (await findClaims([path], cwd)).files;

describe('claims are found', () => {
  it('by id, by family, by folder and by glob', async () => {
    expect(await found('balance/product')).toEqual(['theorems/balance/product.ts']);
    const family = await found('balance');
    expect(family.length).toBeGreaterThan(10);
    expect(await found('theorems/balance')).toEqual(family);
    expect(await found('theorems/balance/*.ts')).toEqual(family);
  });

  it('but not where the name begins with an underscore', async () => {
    expect(await found('theorems')).not.toContain('theorems/_papers.ts');
    expect(await found('theorems/*.ts')).toEqual([]);
  });

  it('and a name that is nothing is a problem', async () => {
    const { files, problems } = await findClaims(['balance/produkt'], cwd);
    expect(files).toEqual([]);
    expect(problems[0]!.found).toBe('nothing there');
  });
});
