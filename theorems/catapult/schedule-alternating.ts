import { claim, ex, iterate, real, that } from 'counterflow';
import { wu2019 } from '../_papers.ts';

export default claim('catapult/schedule-alternating', {
  says: 'Two step sizes in turn: a minimum that attracts has curvature at most 2 over the larger one.',
  status: 'refuted',
  source: { ...wu2019, where: 'its cyclic policies; the condition is ours' },
  notes: 'Loss ½λx²; only |(1 − η₁λ)(1 − η₂λ)| ≤ 1 is forced.',
  reals: { lambda: real('(0, 2]'), eta1: real('(0, 4]'), eta2: real('(0, 4]') },
  where: ({ lambda, eta1, eta2 }) => ({
    run: iterate({
      start: { x: ex`1` },
      step: ({ x }) => ({ x: ex`(1 - ${eta2}*${lambda})*(1 - ${eta1}*${lambda})*${x}` }),
      steps: 1,
    }),
  }),
  assume: ({ run }) => that`abs(${run.at(1).x}) < 1`,
  conclude: ({ lambda, eta1, eta2 }) => that`${lambda} <= 2/max(${eta1}, ${eta2})`,
});
