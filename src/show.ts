/**
 * `show` and `replay` as data: the statement as parsed with sample instances; a witness decided again.
 */
import { domainTexts, type Replayed } from './check.ts';
import type { PythonText } from './claim/result.ts';
import type { Ends, Witness } from './claim/witness.ts';
import { text } from './expr/text.ts';
import type { LoadedClaim } from './load.ts';
import { decimalDown, decimalUp } from './number/decimal.ts';
import { pythonOf } from './report/python.ts';
import { version } from './version.ts';

interface Line {
  readonly text: string;
  readonly latex: string;
}
export interface Shown {
  readonly id: string;
  readonly file: string;
  readonly says: string;
  readonly status: string;
  readonly hash: string;
  readonly notes: string | null;
  readonly domains: readonly { readonly name: string; readonly text: string }[];
  readonly assume: readonly Line[];
  readonly conclude: readonly Line[];
  readonly samples: readonly Sample[];
}
export interface Sample {
  readonly sizes: { readonly [name: string]: number | string };
  readonly reals: number;
  readonly inputs: number;
  readonly runs: readonly {
    readonly kind: string;
    readonly state: readonly string[];
    readonly step: readonly string[];
  }[];
}

const line = (s: Line): Line => ({ text: s.text, latex: s.latex });

/** What `show` prints. */
export function shown(loaded: LoadedClaim): Shown {
  const { claim, instances, hash, file } = loaded;
  const last = instances[instances.length - 1]!;
  const picked = instances.length > 1 ? [instances[0]!, last] : [last];
  return {
    id: claim.id,
    file,
    says: claim.says,
    status: claim.status,
    hash,
    notes: claim.notes ?? null,
    domains: domainTexts(instances),
    assume: last.assume.map(line),
    conclude: last.conclude.map(line),
    samples: picked.map((i) => ({
      sizes: i.choice,
      reals: i.reals.reduce((n, r) => n + r.variables.length, 0),
      inputs: i.inputs.reduce((n, r) => n + r.variables.length, 0),
      runs: i.runs.map((r) => ({
        kind: r.kind,
        state: r.variables.map((v) => v.name!),
        step: r.step.slice(0, 4).map((t) => text(t, 400)),
      })),
    })),
  };
}

export interface Replay {
  readonly claim: string;
  readonly verdict: 'refuted' | 'holds' | 'inadmissible' | 'undecided';
  readonly reason: string | null;
  readonly stale: boolean;
  readonly step: number | null;
  readonly margin: Ends | null;
  readonly certificate: string | null;
  readonly bits: number | null;
}
/** What `replay` prints, and the witness as a Python script. */
export interface ReplayAndScript {
  readonly replay: Replay;
  readonly python: PythonText | null;
}

export function replayAndScript(loaded: LoadedClaim, w: Witness, r: Replayed | undefined): ReplayAndScript {
  const refuted = r?.verdict.kind === 'refuted' ? r.verdict : undefined;
  const python = r && refuted ? pythonOf(loaded, r.program, r.point, refuted, version()) : null;
  return { replay: replayed(loaded, w, r), python };
}

function replayed(loaded: LoadedClaim, w: Witness, r: Replayed | undefined): Replay {
  const stale = w.hash !== loaded.hash;
  const none = { claim: w.claim, stale, step: null, margin: null, certificate: null, bits: null };
  if (w.claim !== loaded.claim.id)
    return { ...none, verdict: 'inadmissible', reason: `a witness of ${w.claim}, not of ${loaded.claim.id}` };
  if (!r) return { ...none, verdict: 'inadmissible', reason: `no such sizes: ${JSON.stringify(w.sizes)}` };
  const v = r.verdict;
  if (v.kind === 'inadmissible') return { ...none, verdict: v.kind, reason: v.why };
  if (v.kind === 'undecided') return { ...none, verdict: v.kind, reason: v.reason, bits: v.bits };
  const at = { certificate: v.certificate, bits: v.bits, reason: null };
  if (v.kind === 'holds') return { ...none, ...at, verdict: v.kind };
  const [lo, hi] = v.said.margin ?? [];
  const margin: Ends | null = lo && hi ? [decimalDown(lo), decimalUp(hi)] : null;
  return { ...none, ...at, verdict: v.kind, step: v.said.step, margin };
}
