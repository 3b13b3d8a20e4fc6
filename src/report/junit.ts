/**
 * JUnit XML: a suite for each family, a case for each claim. Not as expected is a failure, what did not load or
 * contradicts itself an error, undecided is skipped (a failure where --strict makes it one).
 *
 * Only elements and attributes that the common readers share (Jenkins, GitLab, GitHub actions); see test/report/junit.xsd.
 */
import { create } from 'xmlbuilder2';
import type { Checked, ClaimResult } from '../claim/result.ts';
import { problemWords, resultWords } from './words.ts';

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly seconds: number;
  readonly outcome?: {
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly type: string;
    readonly message: string;
  };
  readonly out: string;
}

const family = (id: string): string => (id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : 'claims');

function outcomeOf(r: ClaimResult, strict: boolean): Pick<Case, 'outcome'> {
  const { verdict, asExpected } = r.row;
  const message = resultWords(r);
  if (!asExpected) return { outcome: { kind: 'failure', type: verdict, message } };
  if (verdict !== 'undecided') return {};
  return { outcome: { kind: strict ? 'failure' : 'skipped', type: verdict, message } };
}

const caseOf = (r: ClaimResult, strict: boolean): Case => ({
  suite: family(r.row.id),
  name: r.row.id,
  seconds: r.row.milliseconds / 1000,
  ...outcomeOf(r, strict),
  out: [r.details.says, resultWords(r), r.row.file + (r.details.place ? `:${r.details.place.line}` : '')].join('\n'),
});

function cases(c: Checked, strict: boolean): readonly Case[] {
  const broken = (type: string, name: string, message: string): Case => ({
    suite: 'not checked',
    name,
    seconds: 0,
    outcome: { kind: 'error', type, message },
    out: '',
  });
  return [
    ...c.results.map((r) => caseOf(r, strict)),
    ...c.problems.map((p) => broken('load', p.file, problemWords(p))),
    ...c.contradictions.map((m, i) => broken('contradiction', `contradiction ${i + 1}`, m)),
  ];
}

const counts = (all: readonly Case[]): { readonly [attribute: string]: string } => {
  const of = (kind: string): string => `${all.filter((c) => c.outcome?.kind === kind).length}`;
  const time = all.reduce((s, c) => s + c.seconds, 0).toFixed(3);
  return { tests: `${all.length}`, failures: of('failure'), errors: of('error'), skipped: of('skipped'), time };
};

/** The document for a finished check. */
export function junit(c: Checked, strict: boolean): string {
  const all = cases(c, strict);
  const { skipped: _, ...total } = counts(all);
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\ufffd' });
  const root = document.ele('testsuites', { name: 'counterflow', ...total });
  for (const name of new Set(all.map((x) => x.suite))) {
    const own = all.filter((x) => x.suite === name);
    const suite = root.ele('testsuite', { name, ...counts(own) });
    for (const x of own) {
      const e = suite.ele('testcase', { classname: name, name: x.name, time: x.seconds.toFixed(3) });
      if (x.outcome) e.ele(x.outcome.kind, { type: x.outcome.type, message: x.outcome.message }).txt(x.outcome.message);
      if (x.out !== '') e.ele('system-out').txt(x.out);
    }
  }
  return `${document.end({ prettyPrint: true })}\n`;
}
