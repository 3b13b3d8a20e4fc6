/* MPFI at 53 bits on the two formulas of bench/rigor.ts. Usage: mpfi <boxes> ; prints "name seconds sink". */
#include <mpfi.h>
#include <mpfi_io.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static double next_random(unsigned *s) { *s = *s * 1103515245u + 12345u; return (*s >> 8) / 16777216.0; }
static const double X[2][4] = {{1, -0.5, 0.25, 2}, {0.75, 1.5, -1, 0.5}}, Y[2] = {1, -0.5};
static mpfi_t w[4], r[2], a[4], b[4], g, t, u[4], v[4];
static void residual(void) {
  for (int k = 0; k < 2; k++) {
    mpfi_mul_d(r[k], w[0], X[k][0]);
    for (int j = 1; j < 4; j++) { mpfi_mul_d(t, w[j], X[k][j]); mpfi_add(r[k], r[k], t); }
    mpfi_sub_d(r[k], r[k], Y[k]);
  }
}
int main(int argc, char **argv) {
  long n = atol(argv[1]);
  (void)argc;
  double *data = malloc(8 * n * sizeof *data), sink = 0;
  unsigned s = 1;
  for (long i = 0; i < 4 * n; i++) { data[2 * i] = 0.5 + next_random(&s); data[2 * i + 1] = 0.25 + next_random(&s); }
  for (int j = 0; j < 4; j++) { mpfi_init2(w[j], 53); mpfi_init2(a[j], 53); mpfi_init2(b[j], 53); mpfi_init2(u[j], 53); mpfi_init2(v[j], 53); }
  mpfi_init2(r[0], 53); mpfi_init2(r[1], 53); mpfi_init2(g, 53); mpfi_init2(t, 53);
  clock_t start = clock();
  for (long i = 0; i < n; i++) {
    mpfi_interv_d(u[0], data[8 * i], data[8 * i] + 1e-6);
    mpfi_interv_d(v[0], data[8 * i + 1], data[8 * i + 1] + 1e-6);
    mpfi_sqr(a[0], u[0]); mpfi_sqr(a[1], v[0]); mpfi_add(a[0], a[0], a[1]); mpfi_sqrt(a[0], a[0]);
    mpfi_add(t, u[0], a[0]); mpfi_log(t, t); mpfi_mul(t, t, u[0]); mpfi_sub(t, t, a[0]);
    sink += mpfr_get_d(&t->left, MPFR_RNDD);
  }
  printf("potential %.6f %.17g\n", (double)(clock() - start) / CLOCKS_PER_SEC, sink);
  sink = 0;
  start = clock();
  for (long i = 0; i < n; i++) {
    for (int j = 0; j < 4; j++) {
      double x = data[8 * i + 2 * j], y = data[8 * i + 2 * j + 1];
      mpfi_interv_d(u[j], x, x + 1e-6); mpfi_interv_d(v[j], y, y + 1e-6);
      mpfi_sqr(w[j], u[j]); mpfi_sqr(t, v[j]); mpfi_sub(w[j], w[j], t);
    }
    residual();
    for (int j = 0; j < 4; j++) {
      mpfi_mul_d(g, r[0], X[0][j]); mpfi_mul_d(t, r[1], X[1][j]); mpfi_add(g, g, t); mpfi_mul_d(g, g, 0.125);
      mpfi_mul(t, g, u[j]); mpfi_sub(a[j], u[j], t); mpfi_mul(t, g, v[j]); mpfi_add(b[j], v[j], t);
    }
    for (int j = 0; j < 4; j++) { mpfi_sqr(w[j], a[j]); mpfi_sqr(t, b[j]); mpfi_sub(w[j], w[j], t); }
    residual();
    mpfi_sqr(t, r[0]); mpfi_sqr(g, r[1]); mpfi_add(t, t, g);
    sink += mpfr_get_d(&t->left, MPFR_RNDD);
  }
  printf("step %.6f %.17g\n", (double)(clock() - start) / CLOCKS_PER_SEC, sink);
  return 0;
}
