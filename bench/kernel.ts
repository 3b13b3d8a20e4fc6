/**
 * Three statements from text to theorem, in milliseconds, against coqc where it is installed (Debian: coq, libcoq-interval,
 * libcoq-coquelicot); the mirror-flow law; and, with the argument `library`, all derivations of the library: proved, and
 * replayed from their written proofs.
 *
 * Run with tsx. coqc starts a process and loads its libraries for each file, as a user would; the ratio says so.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proofs } from '../src/claim/proof.ts';
import { exportProof, recheck } from '../src/derivation/export.ts';
import { createProver, rateOf } from '../src/derivation/prover.ts';
import { prove } from '../src/derivation/tactics.ts';
import { findClaims } from '../src/find.ts';
import type { Theorem } from '../src/kernel/index.ts';
import { loadClaim } from '../src/load.ts';
import { motion, r, rs, says, t } from '../test/kernel/tools.ts';

const ring = (): Theorem => createProver([]).ring(r('(u - n*g*v)^2 - (v - n*g*u)^2 = (1 - (n*g)^2)*(u^2 - v^2)'));

function gradient(): Theorem {
  const prover = createProver(rs('0 < b'));
  prover.root(r('sqrt((w/b)^2 + 1) = sqrt(w^2 + b^2)/b'));
  const env = { given: prover.given, facts: [...prover.facts], depth: 3, prove };
  return rateOf(env, [t('w')], [t('1')], t('w*asinh(w/b) - sqrt(w^2 + b^2)'), t('asinh(w/b)'));
}

const box = (): Theorem =>
  createProver(rs('9/10 <= u; u <= 11/10; -1/10 <= v; v <= 1/10; 0 <= n; n <= 2/5')).box(r('n*(4*(u^2 + v^2)) < 2'));

function mirrorFlow(): Theorem {
  const prover = createProver(rs('0 < a'));
  const flow = prover.flow(motion('u, v', 'a, a', '-2*u*g, 2*v*g', 'g'));
  return prover.rate(prover.constant(flow, t('u*v')), t('asinh((u^2 - v^2)/(2*a^2))/4'), t('-g'), (at) => {
    at.root(r('sqrt(1 + ((u^2 - v^2)/(2*a^2))^2) = (u^2 + v^2)/(2*a^2)'));
    at.rewrite(r('(u - v)^2 + 2*a^2 = u^2 + v^2'));
    at.positive(r('0 < (u - v)^2 + 2*a^2'));
    at.rewrite(r('0 < u^2 + v^2'));
  });
}

const COQ: { readonly [name: string]: string } = {
  ring: `From Coq Require Import Reals. Open Scope R_scope.
Lemma l (u v n g : R) : (u - n*g*v)^2 - (v - n*g*u)^2 = (1 - (n*g)^2) * (u^2 - v^2).
Proof. ring. Qed.`,
  gradient: `From Coq Require Import Reals Lra. From Coquelicot Require Import Coquelicot. Open Scope R_scope.
Definition phi (b w : R) := w * arcsinh (w / b) - sqrt (w^2 + b^2).
Lemma is_derive_arcsinh x : is_derive arcsinh x (/ sqrt (x^2 + 1)).
Proof. apply is_derive_Reals. apply derivable_pt_lim_arcsinh. Qed.
Lemma l (b w : R) : 0 < b -> is_derive (phi b) w (arcsinh (w / b)).
Proof.
  intros Hb. unfold phi.
  assert (Hs : 0 < w^2 + b^2) by nra.
  assert (Hq : sqrt ((w/b)^2 + 1) = sqrt (w^2 + b^2) / b).
  { replace ((w/b)^2 + 1) with ((w^2 + b^2) / b^2) by (field; lra).
    rewrite sqrt_div_alt by nra. now rewrite sqrt_pow2 by lra. }
  assert (Hp : 0 < sqrt (w^2 + b^2)) by (apply sqrt_lt_R0; exact Hs).
  evar_last.
  - apply (is_derive_minus (fun w => w * arcsinh (w/b)) (fun w => sqrt (w^2+b^2))).
    + apply (is_derive_mult (fun w => w) (fun w => arcsinh (w/b))).
      * apply (is_derive_id w).
      * apply (is_derive_comp arcsinh (fun w => w/b)).
        -- apply is_derive_arcsinh.
        -- auto_derive. trivial. reflexivity.
      * intros; apply Rmult_comm.
    + auto_derive. nra. reflexivity.
  - rewrite Hq. unfold minus, plus, opp, mult, scal, one; simpl. unfold mult, scal; simpl.
    unfold plus, opp, mult; simpl.
    replace (w * (w * 1) + b * (b * 1)) with (w^2+b^2) by ring.
    field. split; lra.
Qed.`,
  box: `From Coq Require Import Reals. From Interval Require Import Tactic. Open Scope R_scope.
Lemma l (u v n : R) : 9/10 <= u <= 11/10 -> -1/10 <= v <= 1/10 -> 0 <= n <= 2/5 -> n * (4*(u^2 + v^2)) < 2.
Proof. intros. interval. Qed.`,
};
const folder = mkdtempSync(join(tmpdir(), 'counterflow-coq-'));
function coqc(name: string): number | undefined {
  const file = join(folder, `${name}.v`);
  writeFileSync(file, COQ[name]!);
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    const { status } = spawnSync('coqc', ['-q', file], { cwd: folder, stdio: 'pipe' });
    return status === 0 ? performance.now() - start : Number.NaN;
  });
  return times.some(Number.isNaN) ? undefined : Math.min(...times);
}

function times(f: () => unknown): { readonly first: number; readonly median: number } {
  const all = Array.from({ length: 25 }, () => {
    const start = performance.now();
    f();
    return performance.now() - start;
  });
  return { first: all[0]!, median: [...all].sort((a, b) => a - b)[12]! };
}
const ms = (x: number): string => `${x.toFixed(x < 10 ? 2 : 0)} ms`.padStart(10);

console.log('from text to theorem      first    median      coqc     ratio to first');
for (const [name, f] of Object.entries({ ring, gradient, box, 'mirror flow': mirrorFlow })) {
  const { first, median } = times(f);
  const coq = name in COQ ? coqc(name) : undefined;
  const ratio = coq === undefined ? '' : `${(coq / first).toFixed(0)}`.padStart(8);
  console.log(name.padEnd(20), ms(first), ms(median), coq === undefined ? '         –' : ms(coq), ratio);
}
console.log(`\n${says(gradient())}\n${says(mirrorFlow())}`);

async function library(): Promise<void> {
  let [claims, theorems, proving, replaying] = [0, 0, 0, 0];
  for (const file of (await findClaims(['theorems'])).files) {
    const { claim, instances } = await loadClaim(file);
    if (claim.status === 'refuted') continue;
    const start = performance.now();
    const all = proofs(instances);
    if (!all) continue;
    proving += performance.now() - start;
    const written = JSON.stringify(all.map((p) => exportProof(...p.theorems)));
    const again = performance.now();
    for (const proof of JSON.parse(written)) theorems += recheck(proof).length;
    replaying += performance.now() - again;
    claims++;
  }
  console.log(
    `\nlibrary: ${claims} claims, ${theorems} theorems: proved in ${ms(proving)}, replayed in ${ms(replaying)}`,
  );
}
if (process.argv[2] === 'library') await library();
