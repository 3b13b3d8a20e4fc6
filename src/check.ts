/**
 * One claim from file to verdict, read from top to bottom: load, instantiate, search, shrink, certify, join.
 *
 * Runs in a worker. Deterministic from the seed: a count budget, no clock decides anything but a stated time-out.
 */
import { resolve } from 'node:path';
import { type Arena, arena, placed } from './arena.ts';
import { certifyInstance, effortFor, wayOf } from './certify/box.ts';
import { certifyPoint, type PointVerdict } from './certify/point.ts';
import { quantitiesAt } from './certify/quantities.ts';
import type { Change, Status } from './claim/claim.ts';
import type { Choice } from './claim/domains.ts';
import type { Instance } from './claim/instance.ts';
import { type ExactPoint, pointFromJson, valuesJson } from './claim/point.ts';
import { compileInstance, type Program } from './claim/program.ts';
import { derivationOf, proofDetails, proofs } from './claim/proof.ts';
import type { ClaimDetails, ClaimResult, ClaimRow, Shown } from './claim/result.ts';
import { asExpected, join, metTooRarely, type Verdict } from './claim/verdict.ts';
import { committedWitness, type Ends, type Witness } from './claim/witness.ts';
import type { Proposal } from './derivation/proposal.ts';
import { decidedByPoints, searchFinite, specialised } from './finite.ts';
import { type LoadedClaim, loadClaim } from './load.ts';
import { decimalDown, decimalUp, toNumber } from './number/decimal.ts';
import * as Q from './number/rational.ts';
import { observationFile } from './report/observation.ts';
import { samplePoints } from './search/sample.ts';
import { type Found, type Progress, type SearchResult, search } from './search/search.ts';
import { boundary, simplest } from './search/shrink.ts';
import {
  health,
  type Observer,
  percent,
  rangesText,
  type Survey,
  type Surveyor,
  surveyor,
  uncovered,
} from './search/survey.ts';

export interface CheckOptions {
  readonly seed: number;
  /** Evaluations; without it 20 000, and 200 000 for a claim of status refuted. */
  readonly runs: number | undefined;
  /** Committed witnesses are read unless this is false. */
  readonly useWitness: boolean;
  /** A point to try first, instead of the committed witness. */
  readonly start?: Witness;
  /** Append every run to this file, as observations. */
  readonly observe?: string;
  /** A quick answer: the witness is not made simple, only brought near the boundary. */
  readonly quick?: boolean;
}

const ends = (
  b: readonly [{ num: bigint; den: bigint } | undefined, { num: bigint; den: bigint } | undefined] | undefined,
): Ends | null => (b?.[0] && b[1] ? [decimalDown(b[0]), decimalUp(b[1])] : null);

type Refuted = Extract<PointVerdict, { kind: 'refuted' }>;

/** The contract's witness for a verified point. */
export function witnessOf(id: string, hash: string, p: Program, point: ExactPoint, v: Refuted): Witness {
  const shown = p.instance.conclude[v.conclusion]!;
  return {
    claim: id,
    hash,
    sizes: point.choice,
    values: valuesJson(p.instance, point),
    step: v.said.step,
    margin: v.said.undefinedSide ? null : ends(v.said.margin),
    undefined: v.said.undefinedSide ? `${shown.text}${v.said.label}` : null,
    quantities: { ...quantitiesAt(p, point, v.said.step), ...sidesOf(v) },
    certificate: v.certificate,
    bits: v.bits,
  };
}

function sidesOf(v: Refuted): { readonly [name: string]: Ends } {
  const [lhs, rhs] = v.said.sides ?? [];
  const [a, b] = [ends(lhs), ends(rhs)];
  return { ...(a ? { 'left side': a } : {}), ...(b ? { 'right side': b } : {}) };
}

const sameChoice = (a: Choice, b: Choice): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (c: Choice): readonly (readonly [string, unknown])[] =>
  Object.entries(c).sort(([a], [b]) => (a < b ? -1 : 1));

export interface Replayed {
  readonly program: Program;
  readonly point: ExactPoint;
  readonly verdict: PointVerdict;
}

/** A witness's point decided again. Throws WitnessError when it is not a point of the claim. */
export function replay(instances: readonly Instance[], w: Witness): Replayed | undefined {
  const instance = instances.find((i) => sameChoice(i.choice, w.sizes));
  if (!instance) return undefined;
  const program = compileInstance(instance);
  const draft = pointFromJson(instance, w.values, 0);
  const horizons = draft.inputs.length > 0 ? [draft.inputs.length] : w.step === null ? [0] : [w.step, w.step + 1];
  let last: Replayed | undefined;
  for (const horizon of horizons) {
    const point = { ...draft, horizon };
    const decided = instance.finite ? compileInstance(specialised(instance, point.params)) : program;
    last = { program: decided, point, verdict: certifyPoint(decided, point, { maxBits: 6784 }) };
    if (last.verdict.kind === 'refuted') return last;
  }
  return last;
}

export interface Events {
  readonly loaded: (id: string) => void;
  readonly progress: (p: Progress) => void;
}

interface Decided {
  readonly verdict: Verdict;
  readonly reason: string | null;
}

const budget = (status: Status): number => (status === 'refuted' ? 200_000 : 20_000);

/** whole: rigorous arithmetic has decided every point of the domain. */
function decide(
  id: string,
  r: SearchResult,
  proved: boolean,
  whole: boolean,
  sample: Sampled | undefined,
  survey: Survey | undefined,
): Decided {
  if (!r.found && metTooRarely(r.runs, r.accepted))
    return { verdict: 'vacuous', reason: `${r.accepted} of ${r.runs} points met the assumptions` };
  const thin = r.found || !survey ? undefined : uncovered(survey);
  if (thin !== undefined) return { verdict: 'vacuous', reason: thin };
  const strong: readonly Verdict[] = [
    ...(proved ? (['proved'] as const) : []),
    ...(whole ? (['certified'] as const) : []),
    ...(r.found ? (['refuted'] as const) : []),
  ];
  if (strong.length > 0) return { verdict: join(id, strong), reason: null };
  if (r.suspects.length > 0) return { verdict: 'suspect', reason: r.suspects[0]!.reason };
  if (!Number.isFinite(r.margin)) {
    const [why] = [...(sample?.open ?? [])].sort((a, b) => b[1] - a[1])[0] ?? ['undefined'];
    return { verdict: 'undecided', reason: why };
  }
  return { verdict: 'survived', reason: null };
}

interface Witnesses {
  readonly witness: Witness | null;
  readonly boundary: Witness | null;
  readonly failing: ClaimDetails['failing'];
}

/** A point of a claim about finite systems is shown as it was found: what it says there was decided at that point only. */
function unshrunk(loaded: LoadedClaim, program: Program, found: Found): Witnesses {
  const shown = program.instance.conclude[found.verdict.conclusion]!;
  return {
    witness: witnessOf(loaded.claim.id, loaded.hash, program, found.point, found.verdict),
    boundary: null,
    failing: { conclusion: shown.text, label: found.verdict.said.label },
  };
}

/** A point found in the arena as the contract's witness of the claim. */
const witnessIn = (loaded: LoadedClaim, a: Arena, f: Found): Witness =>
  witnessOf(loaded.claim.id, loaded.hash, a.originals[f.program]!, a.lift(f.program, f.point)!, f.verdict);

function shrunk(loaded: LoadedClaim, a: Arena, found: Found, quick: boolean): Witnesses {
  const { programs, certify } = a;
  const small = quick ? found : simplest(programs, found, certify);
  const near = boundary(programs, small, certify);
  const w = (f: Found): Witness => witnessIn(loaded, a, f);
  const shown = programs[small.program]!.instance.conclude[small.verdict.conclusion]!;
  return { witness: w(small), boundary: w(near), failing: { conclusion: shown.text, label: small.verdict.said.label } };
}

interface Covered {
  readonly cells: number;
  readonly goals: number;
  readonly byKernel: number;
  /** Of each way in which a sign is certain on a box. */
  readonly ways: ReadonlyMap<string, number>;
  readonly leftOut: readonly string[];
  readonly seconds: number;
}

/** How the whole domain was covered, at every size; undefined where it was not. */
function covered(loaded: LoadedClaim): Covered | undefined {
  const ways = new Map<string, number>();
  const leftOut = new Set<string>();
  let [cells, goals, byKernel, seconds] = [0, 0, 0, 0];
  for (const i of loaded.instances) {
    const r = certifyInstance(i, effortFor(i));
    if (r.kind === 'undecided') return undefined;
    cells += r.cells;
    goals += r.goals.length;
    byKernel += r.byKernel;
    seconds += r.cpu / 1000;
    for (const text of r.leftOut) leftOut.add(text);
    for (const g of r.goals) for (const c of g.cells) ways.set(wayOf(c.proof), (ways.get(wayOf(c.proof)) ?? 0) + 1);
  }
  return { cells, goals, byKernel, ways, leftOut: [...leftOut], seconds };
}

/** A certificate that leaves something out says so in the verdict. */
const outside = ({ leftOut }: Covered): string | null => (leftOut.length > 0 ? `outside ${leftOut.join('; ')}` : null);

function coverText({ cells, goals, byKernel, ways, seconds }: Covered): readonly string[] {
  const by = [...ways].sort((a, b) => b[1] - a[1]).map(([way, n]) => `${way} ${n}`);
  const kernel = byKernel > 0 ? `, ${byKernel} by the kernel` : '';
  return [
    `whole domain covered by ${cells} boxes for ${goals} ${goals === 1 ? 'inequality' : 'inequalities'}${kernel}, ${seconds.toFixed(2)} s of CPU (${by.join(', ')})`,
  ];
}

/** Points at which a claim with solved quantities is decided rigorously, whatever the search says. */
const SAMPLES = 48;
const CLOSE = 1e-8;

interface Sampled {
  readonly held: number;
  /** Enclosures that leave room for a failure by CLOSE at most: equations and equality cases. */
  readonly close: number;
  readonly refuted: Found | undefined;
  /** How often each reason stood in the way. */
  readonly open: ReadonlyMap<string, number>;
}

/** Claims about limits and other solved quantities at points of their own; undefined for claims without them. */
function sampled(loaded: LoadedClaim, programs: readonly Program[], seed: number): Sampled | undefined {
  if (!loaded.instances.some((i) => i.solved)) return undefined;
  const open = new Map<string, number>();
  let [held, close] = [0, 0];
  for (const { program, point } of samplePoints(programs, loaded.hash, seed, SAMPLES)) {
    const verdict = certifyPoint(programs[program]!, point, { maxBits: 212 });
    if (verdict.kind === 'holds') held++;
    if (verdict.kind === 'refuted')
      return {
        held,
        close,
        open,
        refuted: { program, point, verdict, strategy: 'sample', evaluations: held, block: 0 },
      };
    if (verdict.kind !== 'undecided') continue;
    if (verdict.margins.length > 0 && verdict.margins.every((m) => m?.[0] && toNumber(m[0]) > -CLOSE)) {
      close++;
      continue;
    }
    const why = verdict.why ?? verdict.reason;
    open.set(why, (open.get(why) ?? 0) + 1);
  }
  return { held, close, refuted: undefined, open };
}
const reasons = (open: ReadonlyMap<string, number>): readonly string[] =>
  [...open].sort((a, b) => b[1] - a[1]).map(([why, n]) => `${n} undecided: ${why}`);

/** Points of a claim about finite systems: each costs about a millisecond. */
const FINITE = 2000;

/**
 * What is shown of a verified point: simplified, and near the boundary. `finite` is the program at a point of a claim about
 * finite systems; `tell` gets the point as it was found, before it is made simple.
 */
export function witnessesOf(
  loaded: LoadedClaim,
  arena: Arena,
  found: Found,
  finite: Program | undefined,
  tell?: (w: Witness) => void,
  quick = false,
): Witnesses {
  const { id } = loaded.claim;
  tell?.(finite ? witnessOf(id, loaded.hash, finite, found.point, found.verdict) : witnessIn(loaded, arena, found));
  return finite ? unshrunk(loaded, finite, found) : shrunk(loaded, arena, found, quick);
}

/** Checks one loaded claim. */
export function checkLoaded(loaded: LoadedClaim, options: CheckOptions, events: Events): ClaimResult {
  const start = performance.now();
  const { claim, hash, file } = loaded;
  const committed = options.start ?? (options.useWitness ? committedWitness(file) : undefined);
  const where = arena(loaded.instances);
  const { programs, originals, certify } = where;
  const witnesses = candidates(where, committed);
  const notes: Proposal[] = [];
  const proved = proofs(loaded.instances, notes);
  const runs = options.runs ?? budget(claim.status);
  const finite = decidedByPoints(loaded.instances)
    ? searchFinite(loaded.instances, {
        hash,
        seed: options.seed,
        runs: Math.min(runs, claim.status === 'refuted' ? 10 * FINITE : FINITE),
        witnesses,
      })
    : undefined;
  const watch = surveyor(programs);
  const searched =
    finite?.result ??
    observed(claim.id, watch, options.observe, (observe) =>
      search(
        { id: claim.id, hash, programs },
        { seed: options.seed, runs, witnesses, certify, onProgress: events.progress, observe },
      ),
    );
  const survey = finite ? undefined : watch.survey();
  const sample = searched.found ? undefined : sampled(loaded, originals, options.seed);
  const seen = sample?.refuted && placed(where, sample.refuted);
  const result: SearchResult = seen ? { ...searched, found: { ...sample.refuted, point: seen.point } } : searched;
  const asked = loaded.instances.some((i) => i.boxes);
  const cover =
    (proved && !asked) || finite || claim.status === 'refuted' || result.found ? undefined : covered(loaded);
  const verdict = decide(
    claim.id,
    result,
    proved !== undefined,
    finite?.whole === true || cover !== undefined,
    sample,
    survey,
  );
  const decided = verdict.verdict === 'certified' && cover ? { ...verdict, reason: outside(cover) } : verdict;
  const {
    witness,
    boundary: near,
    failing,
  } = result.found
    ? witnessesOf(loaded, seen?.arena ?? where, result.found, finite?.program, undefined, options.quick === true)
    : { witness: null, boundary: null, failing: null };
  const row: ClaimRow = {
    id: claim.id,
    file,
    status: claim.status,
    ...decided,
    asExpected: asExpected(claim.status, decided.verdict),
    runs: result.runs,
    accepted: result.accepted,
    estimate: Number.isFinite(result.margin) ? result.margin : null,
    derivation: proved ? derivationOf(proved, loaded.instances[0]!.conclude.map((c) => c.text).join('; ')) : null,
    witness,
    boundary: near,
    evidence: [...evidence(result, proved !== undefined, cover, sample), ...surveyed(result, survey)],
    milliseconds: Math.round(performance.now() - start),
  };
  const stale = !options.start && committed !== undefined && committed.hash !== hash;
  const proof = proved ? proofDetails(proved, loaded.instances, notes) : null;
  return { row, details: { ...detailsAfter(loaded, result, failing, stale), proof } };
}

/** Runs a search that is watched, and written down where that is asked for. */
function observed<T>(id: string, watch: Surveyor, path: string | undefined, run: (o: Observer) => T): T {
  if (path === undefined) return run(watch.observe);
  const file = observationFile(path, id);
  const both: Observer = (space, x, o, strategy) => {
    watch.observe(space, x, o, strategy);
    file.observe(space, x, o, strategy);
  };
  try {
    return run(both);
  } finally {
    file.close();
  }
}

/** Where the runs were, for claims that survived them. */
function surveyed(r: SearchResult, s: Survey | undefined): readonly string[] {
  if (r.found || !s || s.sampled === 0) return [];
  return [
    `${percent(r.accepted / Math.max(1, r.runs))} of ${r.runs} runs met the assumptions`,
    ...(s.ranges.length > 0 ? [`parts of each range met: ${rangesText(s)}`] : []),
    ...s.regions.map((c) => `${percent(c.share)} of the accepted runs had ${c.text}`),
    ...health(s, r.runs, r.accepted).map((h) => `health: ${h}`),
  ];
}

/** What else speaks for the verdict, with its scope. */
const evidence = (
  r: SearchResult,
  proved: boolean,
  cover: Covered | undefined,
  sample: Sampled | undefined,
): readonly string[] => [
  ...(cover ? coverText(cover) : []),
  ...((proved || cover !== undefined) && !r.found ? [`survived ${r.accepted} accepted runs`] : []),
  ...(sample && sample.held + sample.close > 0 && !r.found
    ? [
        `all quantities proved: certain at ${sample.held} of ${SAMPLES} points, to within ${CLOSE} at ${sample.close} more`,
        ...reasons(sample.open),
      ]
    : []),
];

/** A witness as points to try, at the horizons it may mean; none when it is not of these programs. */
export function candidates(a: Arena, w: Witness | undefined): { programIndex: number; point: ExactPoint }[] {
  if (!w) return [];
  const programIndex = a.originals.findIndex((p) => sameChoice(p.instance.choice, w.sizes));
  if (programIndex < 0) return [];
  try {
    const draft = pointFromJson(a.originals[programIndex]!.instance, w.values, 0);
    const horizons = draft.inputs.length > 0 ? [draft.inputs.length] : w.step === null ? [0] : [w.step, w.step + 1];
    return horizons.map((horizon) => ({ programIndex, point: a.restrict(programIndex, { ...draft, horizon }) }));
  } catch {
    return [];
  }
}

/** What is known of a claim after a search. */
export function detailsAfter(
  loaded: LoadedClaim,
  r: SearchResult,
  failing: ClaimDetails['failing'],
  stale: boolean,
): ClaimDetails {
  return {
    ...detailsOf(loaded),
    failing,
    found: r.found ? { strategy: r.found.strategy, evaluations: r.found.evaluations, block: r.found.block } : null,
    artefacts: r.artefacts,
    staleWitness: stale,
  };
}

/** What is known of a claim before it is checked. */
export function detailsOf(loaded: LoadedClaim): ClaimDetails {
  const { claim, instances } = loaded;
  const last = instances[instances.length - 1]!;
  const shown = (s: Shown): Shown => ({ text: s.text, latex: s.latex });
  const place = claim.place && resolve(claim.place.file) === resolve(loaded.file) ? claim.place : undefined;
  return {
    place: place ? { line: place.line, column: place.column } : null,
    says: claim.says,
    notes: claim.notes ?? null,
    source: claim.source ?? null,
    hash: loaded.hash,
    assume: last.assume.map(shown),
    conclude: last.conclude.map(shown),
    domains: domainTexts(instances),
    failing: null,
    found: null,
    artefacts: 0,
    staleWitness: false,
    proof: null,
  };
}

/** Sizes, reals and inputs with their domains, in words. */
export function domainTexts(
  instances: readonly Instance[],
): readonly { readonly name: string; readonly text: string }[] {
  const last = instances[instances.length - 1]!;
  const sizes = Object.keys(last.choice).map((name) => {
    const values = [...new Set(instances.map((i) => i.choice[name]))];
    return { name, text: values.length > 6 ? `${values[0]} … ${values[values.length - 1]}` : values.join(', ') };
  });
  const of = (d: Instance['reals'][number], input: boolean): { name: string; text: string } => ({
    name: d.name,
    text: `${domainText(d.domain)}${input ? ', new at every step' : ''}`,
  });
  return [...sizes, ...last.reals.map((d) => of(d, false)), ...last.inputs.map((d) => of(d, true))];
}

/** {0, 1}, {1, 2, …, 64}, {0, 1/256, …, 1}. */
function gridText(lo: Q.Rational, hi: Q.Rational, step: Q.Rational): string {
  const q = (r: Q.Rational): string => (r.den === 1n ? `${r.num}` : `${r.num}/${r.den}`);
  const count = toNumber(Q.div(Q.sub(hi, lo), step)) + 1;
  if (count <= 3)
    return `{${Array.from({ length: count }, (_, k) => q(Q.add(lo, Q.mul(step, Q.rational(k))))).join(', ')}}`;
  return `{${q(lo)}, ${q(Q.add(lo, step))}, …, ${q(hi)}}`;
}

function domainText(d: Instance['reals'][number]['domain']): string {
  const q = (r: { num: bigint; den: bigint }): string => (r.den === 1n ? `${r.num}` : `${r.num}/${r.den}`);
  const c = d.of;
  const span = `${c.loOpen ? '(' : '['}${q(c.lo)}, ${q(c.hi)}${c.hiOpen ? ')' : ']'}`;
  const entries = c.step ? gridText(c.lo, c.hi, c.step) : span;
  const shape = d.rank === 0 ? '' : d.rank === 1 ? `vector of length ${d.rows}` : `${d.rows} × ${d.columns} matrix`;
  if (d.form === 'unit') return `unit ${shape}`;
  if (d.form === 'orthogonal') return `orthogonal ${shape}`;
  if (d.form === 'orthogonalRows') return `${shape} with orthogonal rows of length in ${span}`;
  return shape === '' ? entries : `${shape}, entries in ${entries}`;
}

/** Loads and checks the claim in a file, or the statement beside it that `change` makes. Throws LoadError, WitnessError, ContradictionError. */
export async function checkFile(
  file: string,
  options: CheckOptions,
  events: Events,
  change?: Change,
): Promise<ClaimResult> {
  const loaded = await loadClaim(file, change);
  events.loaded(loaded.claim.id);
  return checkLoaded(loaded, options, events);
}
