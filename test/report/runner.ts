/** Python scripts, one after the other, in one process. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const RUNNER = `import contextlib, io, json, runpy, sys
out = {}
for path in json.load(open(sys.argv[1])):
    text, code = io.StringIO(), "no exit"
    try:
        with contextlib.redirect_stdout(text):
            runpy.run_path(path, run_name="__main__")
    except SystemExit as e:
        code = e.code
    except BaseException as e:
        code = repr(e)
    out[path] = [code, text.getvalue()]
json.dump(out, sys.stdout)`;

const python = spawnSync('python3', ['-c', 'import mpmath; print(mpmath.__version__)'], { encoding: 'utf8' });
/** Why scripts are not run here. */
export const missing = python.status === 0 ? undefined : 'python3 with mpmath is not here: the scripts are not run';
if (missing) console.warn(`skipped: ${missing}`);

/** Exit code and output by name. */
export function ran(
  dir: string,
  scripts: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly [number | string, string]> {
  const paths = new Map<string, string>();
  for (const [name, text] of scripts) {
    const path = join(dir, `${name.replace(/\W/g, '_')}.py`);
    writeFileSync(path, text);
    paths.set(path, name);
  }
  const list = join(dir, 'list.json');
  writeFileSync(list, JSON.stringify([...paths.keys()]));
  const { stdout, stderr } = spawnSync('python3', ['-c', RUNNER, list], { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(stderr).toBe('');
  const out = JSON.parse(stdout) as Record<string, [number | string, string]>;
  return new Map(Object.entries(out).map(([path, r]) => [paths.get(path)!, r] as const));
}
