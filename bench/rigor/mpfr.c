/* MPFR, rounding upwards: nanoseconds an operation. Usage: mpfr <calls> ; prints "operation bits ns". */
#include <mpfr.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#define TIME(name, n, call) do { \
  clock_t start = clock(); \
  for (long i = 0; i < (n); i++) { call; } \
  printf("%s %d %.3f\n", name, bits[k], 1e9 * (double)(clock() - start) / CLOCKS_PER_SEC / (n)); } while (0)
int main(int argc, char **argv) {
  long n = atol(argv[1]);
  int bits[3] = {53, 256, 1024};
  (void)argc;
  for (int k = 0; k < 3; k++) {
    mpfr_t a, b, c;
    mpfr_init2(a, bits[k]); mpfr_init2(b, bits[k]); mpfr_init2(c, bits[k]);
    mpfr_sqrt_ui(a, 2, MPFR_RNDN); mpfr_sqrt_ui(b, 3, MPFR_RNDN);
    TIME("add", n, mpfr_add(c, a, b, MPFR_RNDU));
    TIME("sub", n, mpfr_sub(c, a, b, MPFR_RNDU));
    TIME("mul", n, mpfr_mul(c, a, b, MPFR_RNDU));
    TIME("div", n, mpfr_div(c, a, b, MPFR_RNDU));
    TIME("sqrt", n, mpfr_sqrt(c, a, MPFR_RNDU));
    TIME("exp", n / 20, mpfr_exp(c, a, MPFR_RNDU));
    TIME("log", n / 20, mpfr_log(c, a, MPFR_RNDU));
    TIME("sin", n / 20, mpfr_sin(c, a, MPFR_RNDU));
    TIME("atan", n / 20, mpfr_atan(c, a, MPFR_RNDU));
    TIME("sinh", n / 20, mpfr_sinh(c, a, MPFR_RNDU));
    TIME("tanh", n / 20, mpfr_tanh(c, a, MPFR_RNDU));
    TIME("asinh", n / 20, mpfr_asinh(c, a, MPFR_RNDU));
    mpfr_clear(a); mpfr_clear(b); mpfr_clear(c);
  }
  return 0;
}
