import { that } from 'counterflow';
import recursion from './residual-recursion.ts';

export default recursion.variant('descent/residual-recursion-linear', {
  says: 'The residual obeys r⁺ = (I − ηK) r with the kernel K = X diag(u² + v²) Xᵀ/n: no second-order term.',
  status: 'refuted',
  conclude: ({ run, n, X, eta }) =>
    run.always(({ r, u, v, next }) => that`${next.r} = ${r} - ${eta}/${n}*(${X}*diag(${u}^2 + ${v}^2)*${X}')*${r}`),
});
