/**
 * The live replay for the browser: src/report/live with the engine it needs, as one script without modules, into
 * dist/report/live.js. Part of `npm run build`. mathjs, the parser of authors' text, is left out: nothing is parsed there.
 */
import { statSync } from 'node:fs';
import { build } from 'esbuild';

const outfile = new URL('../dist/report/live.js', import.meta.url).pathname;
await build({
  entryPoints: [new URL('../src/report/live/main.ts', import.meta.url).pathname],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  banner: {
    js: '/* counterflow (MIT), with d3-contour, d3-scale, d3-shape and what they need: Copyright Mike Bostock, ISC. */',
  },
  legalComments: 'eof',
  logLevel: 'warning',
  define: { 'import.meta.url': '"file:///"' },
  plugins: [
    {
      name: 'no parser',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /^mathjs\// }, () => ({ path: 'mathjs', namespace: 'none' }));
        onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default { parse: undefined };' }));
      },
    },
  ],
});
const kilobytes = Math.round(statSync(outfile).size / 1000);
if (kilobytes > 400) throw new Error(`a bundle of at most 400 kB is wanted, found ${kilobytes}`);
