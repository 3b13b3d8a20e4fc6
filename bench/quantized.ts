/**
 * Whole functional graphs: this engine against C -O3 on the same map, in one run, with ratios; then a cost curve.
 *
 * bench/quantized.ts [largest bits a coordinate, 13]   (needs a C compiler; through tsx on Node 20)
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as T from '../src/expr/term.ts';
import * as F from '../src/number/fixed.ts';
import { rational } from '../src/number/rational.ts';
import * as G from '../src/quantized/graph.ts';
import * as M from '../src/quantized/map.ts';

const [u, v] = [T.variable('u'), T.variable('v')];
const w = T.sub(T.mul(u, u), T.mul(v, v));
const loss = T.div(T.pow(T.sub(T.mul(T.num(rational(3, 4)), w), T.num(rational(5, 8))), 2), T.whole(2));
const spec = (bits: number): M.MapSpec => ({
  states: ['u', 'v'],
  decrements: M.descentDecrements(loss, T.num(rational(1, 8)), ['u', 'v']),
  format: F.format(`q4.${bits - 4}`),
  rounds: 'update',
});

const SPARE = 2 ** 33;
function measure(bits: number, repeats: number, depths = false): { readonly ms: number; readonly graph: G.Graph } {
  const map = M.quantize(spec(bits), 'nearest-even');
  let ms = Infinity;
  let graph: G.Graph | undefined;
  for (let k = 0; k < repeats; k++) {
    graph = undefined;
    const from = performance.now();
    graph = G.graph(map, { memory: SPARE, depths });
    ms = Math.min(ms, performance.now() - from);
  }
  return { ms, graph: graph! };
}

const rate = (states: number, ms: number): string => `${(states / ms / 1000).toFixed(1)} M/s`;

function against(bits: number, flags: readonly string[], ms: number, graph: G.Graph): void {
  const folder = mkdtempSync(join(tmpdir(), 'counterflow-bench-'));
  try {
    const program = join(folder, 'graph');
    execFileSync('gcc', ['-O3', ...flags, '-o', program, join(import.meta.dirname, 'quantized.c')]);
    const [states, successors, labels, inPlace, cycles, again] = execFileSync(program, [`${bits}`, '5'], {
      encoding: 'utf8',
    })
      .trim()
      .split(' ')
      .map(Number) as [number, number, number, number, number, number];
    if (cycles !== graph.cycles || again !== graph.cycles || states !== graph.states)
      throw new Error('C and the engine disagree');
    const usual = successors + labels;
    const same = successors + inPlace;
    const name = ['gcc -O3', ...flags].join(' ');
    console.log(
      `${name}: labels ${usual.toFixed(0)} ms (${rate(states, usual)}), in place ${same.toFixed(0)} ms (${rate(states, same)})`,
    );
    console.log(`  ratio of speeds, engine/C: ${(usual / ms).toFixed(2)} labels, ${(same / ms).toFixed(2)} in place`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const largest = Number(process.argv[2] ?? 13);
const { ms, graph } = measure(12, 5);
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `engine, 2^24 states: ${ms.toFixed(0)} ms (${rate(graph.states, ms)}), ${graph.cycles} cycles, at most ${memory} MiB resident`,
);
for (const flags of [[], ['-march=native']]) against(12, flags, ms, graph);
const deep = measure(12, 2, true);
console.log(
  `with depths: ${deep.ms.toFixed(0)} ms (${rate(graph.states, deep.ms)}), longest tail ${deep.graph.longestTail}`,
);
for (let bits = 6; bits <= largest; bits++) {
  const { ms, graph } = measure(bits, bits < 12 ? 5 : 1);
  const line = [
    `2^${2 * bits}`,
    `${ms.toFixed(1)} ms`,
    rate(graph.states, ms),
    `${graph.bytes / 2 ** 20} MiB`,
    `${graph.cycles} cycles`,
  ];
  console.log(line.join('\t'));
}
