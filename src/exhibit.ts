/**
 * A claim with its verdict made fit for a page: tables of the witness, plots, derivation, certificate, what to repair.
 *
 * Untrusted: the verdict is the row's, everything here is computed from the claim's file to be looked at. Deterministic.
 * Cost: about a tenth of a second a claim; a derivation is replayed once more.
 */
import { certifyInstance, effortFor } from './certify/box.ts';
import { readingAt } from './certify/point.ts';
import { detailsOf, type Replayed, replay } from './check.ts';
import type { Instance } from './claim/instance.ts';
import { proofDetails, proofs } from './claim/proof.ts';
import type { ClaimRow, ProofDetails } from './claim/result.ts';
import type { Witness } from './claim/witness.ts';
import type { Proposal } from './derivation/proposal.ts';
import { lines } from './derive.ts';
import type { RunNode, Written } from './dynamics/run.ts';
import { decideAt, visits } from './finite.ts';
import type { LoadedClaim } from './load.ts';
import { boxFigures } from './report/boxes.ts';
import type { Definition, DerivationText, Exhibit, Repair, RunText } from './report/exhibit.ts';
import { runFigures } from './report/figures.ts';
import { payloadOf, type ReplayPayload } from './report/live/payload.ts';
import { marginMap } from './report/map.ts';
import { mapFigure } from './report/map-figure.ts';
import type { Figure } from './report/plot/svg.ts';
import { type PointTables, pointTables } from './report/points.ts';
import { pythonOf } from './report/python.ts';
import { moves, quantizedFigures } from './report/quantized.ts';
import { repairs } from './report/repair.ts';
import { follow } from './report/runs.ts';
import { samplePoint } from './report/sample.ts';
import { version } from './version.ts';

const KIND: { readonly [k in RunNode['kind']]: readonly [ofLoss: string, other: string] } = {
  map: ['gradient descent', 'iteration'],
  flow: ['gradient flow', 'flow'],
};

function runText(r: RunNode): RunText {
  const written = r.written ?? [];
  const what = KIND[r.kind][r.loss ? 0 : 1];
  const steps = r.steps === undefined ? '' : `, ${r.steps} ${r.steps === 1 ? 'step' : 'steps'}`;
  const line = ({ role, name, text, latex }: Written): RunText['lines'][number] => ({
    role,
    name,
    line: { text, latex },
  });
  return { what: `${what}${steps}`, lines: written.map(line) };
}

function definitions(i: Instance): readonly Definition[] {
  const named = (i.definitions ?? []).map(({ name, run, text, latex }): Definition => {
    const node = run === null ? undefined : i.runs.find((r) => r.id === run);
    return { name, line: node ? null : { text, latex }, run: node ? runText(node) : null };
  });
  const shown = new Set((i.definitions ?? []).map((d) => d.run));
  const nameless = i.runs
    .filter((r) => !shown.has(r.id))
    .map((r): Definition => ({ name: '', line: null, run: runText(r) }));
  return [...named, ...nameless];
}

function again(loaded: LoadedClaim, w: Witness | null): Replayed | undefined {
  try {
    const r = w ? replay(loaded.instances, w) : undefined;
    return r?.verdict.kind === 'refuted' ? r : undefined;
  } catch {
    return undefined;
  }
}

type Refuted = Extract<Replayed['verdict'], { kind: 'refuted' }>;
const verdictOf = (r: Replayed): Refuted => r.verdict as Refuted;

function tablesOf(r: Replayed | undefined, domains: ReadonlyMap<string, string>): PointTables | null {
  if (!r) return null;
  const { conclusion, bits } = verdictOf(r);
  return pointTables(r.program, r.point, conclusion, bits, domains);
}

function repairsOf(at: Replayed | undefined, near: Replayed | undefined): readonly Repair[] {
  if (!at) return [];
  const nearest = near && near.program.instance.assume.length === at.program.instance.assume.length ? near : at;
  const [here, there] = [at, nearest].map((r) => readingAt(r.program, r.point, verdictOf(r).bits));
  return here && there ? repairs(nearest.program.instance, here, verdictOf(at).conclusion, there) : [];
}

/** Of a claim about quantized runs: their paths at the witness, or at the first points that meet the assumptions. */
function onGrid(at: Replayed | undefined, { instances, hash }: LoadedClaim): readonly Figure[] {
  if (at) return quantizedFigures(at.program.instance, at.point.params);
  const none = instances.map(() => false);
  const points: Parameters<typeof quantizedFigures>[] = [];
  for (const v of visits(instances, none, { hash, seed: 1, runs: VISITS, witnesses: [] })) {
    const i = instances[v.instance]!;
    if (decideAt(i, v.params).verdict.kind === 'inadmissible') continue;
    points.push([i, v.params]);
    if (moves(i, v.params)) return quantizedFigures(i, v.params);
  }
  return points[0] ? quantizedFigures(...points[0]) : [];
}
const VISITS = 6;

function plots(at: Replayed | undefined, loaded: LoadedClaim): readonly Figure[] {
  if (loaded.instances.some((i) => i.finite?.some((q) => q.kind === 'quantized'))) return onGrid(at, loaded);
  const sample = at ? undefined : samplePoint(loaded.instances);
  const program = at?.program ?? sample?.program;
  const point = at?.point ?? sample?.point;
  if (!program || !point) return [];
  const mark = at ? verdictOf(at).said.step : null;
  const map = program.instance.finite?.length ? undefined : marginMap(program, point);
  return [
    ...(map ? [mapFigure(map, at !== undefined)] : []),
    ...follow(program, point).flatMap((f) => runFigures(f, mark)),
  ].slice(0, MOST_FIGURES);
}
const MOST_FIGURES = 8;

/** What the run knew of the proof, or the proof once more. */
function proofOf(loaded: LoadedClaim): ProofDetails | null {
  const notes: Proposal[] = [];
  const proved = proofs(loaded.instances, notes);
  return proved ? proofDetails(proved, loaded.instances, notes) : null;
}

function derivationText(loaded: LoadedClaim, row: ClaimRow, known: ProofDetails | null): DerivationText | null {
  const proof = row.derivation ? (known ?? proofOf(loaded)) : null;
  if (!proof || !row.derivation) return null;
  const { sizes, proposals, enclosures } = proof;
  return {
    steps: lines(loaded.instances[loaded.instances.length - 1]!.derivation),
    refused: proposals.filter((p) => !p.accepted),
    accepted: proposals.filter((p) => p.accepted).length,
    enclosures,
    sizes,
    flow: 'flow' in row.derivation.rules,
  };
}

/** The certificate's boxes at the smallest sizes at which it needed any. */
function certificate(loaded: LoadedClaim, row: ClaimRow): { count: number; figures: readonly Figure[] } | null {
  if (row.verdict !== 'certified' || loaded.instances.some((i) => i.finite?.length)) return null;
  for (const i of loaded.instances) {
    const r = certifyInstance(i, effortFor(i));
    if (r.kind === 'certified' && r.cells > 0)
      return {
        count: r.cells,
        figures: boxFigures(
          i,
          r.goals.map((g) => g.cells),
        ),
      };
  }
  return null;
}

/** The witness, or a sample point where nothing refutes the claim, for the page's script. */
function replayOf(at: Replayed | undefined, w: Witness | null, loaded: LoadedClaim): ReplayPayload | null {
  const where = at ?? samplePoint(loaded.instances);
  return (where && payloadOf(where.program, where.point, at ? w : null)) ?? null;
}

/** Everything a page shows of a claim besides its row. Throws what loading a derivation throws. */
export function exhibit(loaded: LoadedClaim, row: ClaimRow, proof: ProofDetails | null): Exhibit {
  const start = performance.now();
  const at = again(loaded, row.witness);
  const near = again(loaded, row.boundary);
  const shown = at?.program.instance ?? loaded.instances[loaded.instances.length - 1]!;
  const details = detailsOf(loaded);
  const domains = new Map(details.domains.map((d) => [d.name, d.text]));
  const boxes = certificate(loaded, row);
  return {
    id: loaded.claim.id,
    details,
    stale: row.witness !== null && row.witness.hash !== loaded.hash,
    variantOf: loaded.claim.variantOf ?? null,
    sizes: shown.choice,
    definitions: definitions(shown),
    witness: tablesOf(at, domains),
    boundary: sameValues(row) ? null : tablesOf(near, domains),
    repair: repairsOf(at, near),
    figures: [...(boxes?.figures ?? []), ...plots(at, loaded)],
    derivation: derivationText(loaded, row, proof),
    boxes: boxes?.count ?? null,
    python: at ? pythonOf(loaded, at.program, at.point, verdictOf(at), version()) : null,
    replay: replayOf(at, row.witness, loaded),
    milliseconds: performance.now() - start,
  };
}

const sameValues = ({ witness, boundary }: ClaimRow): boolean =>
  JSON.stringify([witness?.sizes, witness?.values]) === JSON.stringify([boundary?.sizes, boundary?.values]);
