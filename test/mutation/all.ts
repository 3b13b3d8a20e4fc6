/** Everything that mutation testing of the kernel runs, in one file: one process, one import of the kernel a mutant. */
import './attacks.ts';
import '../forge/forge.test.ts';
import '../kernel/axioms.test.ts';
import '../kernel/basics.test.ts';
import '../kernel/derivations.test.ts';
import '../kernel/refuse.test.ts';
import '../kernel/signs.test.ts';
