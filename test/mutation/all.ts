/**
 * What mutation testing of the kernel runs besides the attacks, in one file: one process, one import of the kernel a
 * mutant. A mutant that keeps the tests from being collected is left to the files beside this one.
 */
import '../expr/term.test.ts';
import '../number/rational.test.ts';
import '../forge/forge.test.ts';
import '../kernel/axioms.test.ts';
import '../kernel/basics.test.ts';
import '../kernel/derivations.test.ts';
import '../kernel/derivatives.test.ts';
import '../kernel/doors.test.ts';
import '../kernel/enclose.test.ts';
import '../kernel/leaves.test.ts';
import '../kernel/messages.test.ts';
import '../kernel/normal.test.ts';
import '../kernel/refuse.test.ts';
import '../kernel/signs.test.ts';
