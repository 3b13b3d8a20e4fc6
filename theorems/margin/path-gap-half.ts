import { that } from 'counterflow';
import gap from './path-gap.ts';

export default gap.variant('margin/path-gap-half', {
  says: 'The same with 2 Σ ν_i(m_i/γ − 1), half the gap.',
  status: 'refuted',
  conclude: ({ nu, gamma, margins, here, there }) => that`${here} - 2*sum(${nu}*(${margins}/${gamma} - 1)) <= ${there}`,
});
