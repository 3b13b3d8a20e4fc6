/** The claims that `counterflow new` writes: one of each kind, each passes as it is. The same text in TypeScript and JavaScript. */

const pointwise = (id: string): string => `import { claim, ex, real, that } from 'counterflow';

export default claim('${id}', {
  says: 'The hypentropy potential x·asinh(x/2) − √(4 + x²) + 2 is at most x²/4.',
  status: 'conjecture',
  reals: { x: real('[-10, 10]') },
  where: ({ x }) => ({ q: ex\`\${x}*asinh(\${x}/2) - sqrt(4 + \${x}^2) + 2\` }),
  conclude: ({ x, q }) => that\`\${q} <= \${x}^2/4\`,
});
`;

const gdRun = (id: string): string => `import { claim, descent, ex, real, that } from 'counterflow';

export default claim('${id}', {
  says: 'One gradient descent step on ½(uv − 1)² does not raise the loss when η(u² + v²) ≤ 1/2.',
  status: 'conjecture',
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex\`(\${u}*\${v} - 1)^2/2\`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta }) => that\`\${eta}*(\${u}^2 + \${v}^2) <= 1/2\`,
  conclude: ({ run }) => that\`\${run.at(1).loss} <= \${run.at(0).loss}\`,
});
`;

const flowLimit = (
  id: string,
): string => `import { claim, ex, flow, matrix, real, squared, that, vector } from 'counterflow';

export default claim('${id}', {
  says: 'The limit of gradient flow on w = u² − v² fits the data, and keeps every product u·v of the start.',
  status: 'conjecture',
  reals: {
    X: matrix(1, 2, '[1/2, 2]'),
    z: vector(2, '[-1, 1]'),
    alpha: real('[1/10, 1]'),
  },
  where: ({ X, z, alpha }) => {
    const y = ex\`\${X}*\${z}\`;
    const start = ex\`\${alpha}*ones(2)\`;
    const f = flow({
      start: { u: start, v: start },
      observe: ({ u, v }) => ({ w: ex\`\${u}^2 - \${v}^2\` }),
      loss: ({ u, v }) => squared('1/2', X, y)(ex\`\${u}^2 - \${v}^2\`),
    });
    return { y, end: f.limit() };
  },
  conclude: ({ X, y, alpha, end }) => [
    that\`\${X}*\${end.w} = \${y}\`,
    that\`\${end.u}*\${end.v} = \${alpha}^2\`,
  ],
});
`;

const quantized = (id: string): string => `import { claim, descent, ex, integer, real, that } from 'counterflow';

export default claim('${id}', {
  says: 'On a grid of 1/16, descent on ½(w − 3)² that starts within 1 of the minimum never leaves that range, for all time.',
  status: 'conjecture',
  reals: { k: integer(-16, 16), eta: real('[1/8, 1]') },
  where: ({ k, eta }) => ({
    run: descent({
      start: { w: ex\`3 + \${k}/16\` },
      loss: ({ w }) => ex\`(\${w} - 3)^2/2\`,
      eta,
    }).quantized({ format: 'q4.4', rounding: 'nearest-even', rounds: 'update' }),
  }),
  conclude: ({ run }) => run.always(({ w }) => that\`2 <= \${w} <= 4\`),
});
`;

const conjecture = (id: string): string => `import { claim, descent, ex, real, that } from 'counterflow';

// Known to be false, so its status is 'refuted' and the check passes when a counterexample is found. Put your own
// conjecture here with status 'conjecture': then a counterexample makes the check fail.
export default claim('${id}', {
  says: 'One gradient descent step on ½(uv − 1)² does not raise the loss when η(u² + v²) ≤ 4.',
  status: 'refuted',
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex\`(\${u}*\${v} - 1)^2/2\`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta }) => that\`\${eta}*(\${u}^2 + \${v}^2) <= 4\`,
  conclude: ({ run }) => that\`\${run.at(1).loss} <= \${run.at(0).loss}\`,
});
`;

export const TEMPLATES: { readonly [name: string]: (id: string) => string } = {
  'gd-run': gdRun,
  pointwise,
  'flow-limit': flowLimit,
  quantized,
  conjecture,
};
