/** Every claim of the library as a property: the verdict is what the claim's status promises. Budget: COUNTERFLOW_RUNS. */
import { describeClaims } from 'counterflow/vitest';

await describeClaims('theorems/**/*.ts', { runs: Number(process.env.COUNTERFLOW_RUNS ?? 2048) });
