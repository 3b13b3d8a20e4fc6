/* Batched gradient descent on u² − v², squared loss, blocks of B instances side by side so that gcc vectorises across
 * them. -DD= coordinates, -DN= samples, -DB= instances in a block. Reads the instances (rows of X, y, u, v, eta in
 * doubles) from a file, writes the final states to another; prints CPU and wall seconds of the best of some repetitions. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define M (N * D + N + 2 * D + 1)

static double now(clockid_t id) {
  struct timespec t;
  clock_gettime(id, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

typedef struct {
  double X[N][D][B], y[N][B], u[D][B], v[D][B], eta[B];
} Block;

static void descend(Block *restrict b, int steps) {
  double w[D][B], r[N][B], g[B];
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < D; i++)
      for (int l = 0; l < B; l++) w[i][l] = b->u[i][l] * b->u[i][l] - b->v[i][l] * b->v[i][l];
    for (int k = 0; k < N; k++) {
      for (int l = 0; l < B; l++) r[k][l] = -b->y[k][l];
      for (int i = 0; i < D; i++)
        for (int l = 0; l < B; l++) r[k][l] += b->X[k][i][l] * w[i][l];
    }
    for (int i = 0; i < D; i++) {
      for (int l = 0; l < B; l++) g[l] = 0;
      for (int k = 0; k < N; k++)
        for (int l = 0; l < B; l++) g[l] += b->X[k][i][l] * r[k][l];
      for (int l = 0; l < B; l++) {
        double s = 2 * b->eta[l] * g[l];
        b->u[i][l] -= s * b->u[i][l];
        b->v[i][l] += s * b->v[i][l];
      }
    }
  }
}

int main(int argc, char **argv) {
  int count = atoi(argv[1]), steps = atoi(argv[2]), repeats = atoi(argv[5]);
  double *in = malloc(sizeof(double) * M * count), *out = malloc(sizeof(double) * 2 * D * count);
  FILE *f = fopen(argv[3], "rb");
  if (!f || fread(in, sizeof(double), (size_t)M * count, f) != (size_t)M * count) return 1;
  fclose(f);
  double best = 1e9, wall = 1e9;
  Block *b = aligned_alloc(64, (sizeof(Block) + 63) / 64 * 64);
  for (int rep = 0; rep < repeats; rep++) {
    double c0 = now(CLOCK_PROCESS_CPUTIME_ID), w0 = now(CLOCK_MONOTONIC);
    for (int from = 0; from < count; from += B) {
      for (int l = 0; l < B; l++) {
        const double *x = in + (size_t)M * (from + l < count ? from + l : count - 1);
        for (int k = 0; k < N * D; k++) b->X[k / D][k % D][l] = x[k];
        for (int k = 0; k < N; k++) b->y[k][l] = x[N * D + k];
        for (int k = 0; k < D; k++) b->u[k][l] = x[N * D + N + k], b->v[k][l] = x[N * D + N + D + k];
        b->eta[l] = x[M - 1];
      }
      descend(b, steps);
      for (int l = 0; l < B && from + l < count; l++)
        for (int k = 0; k < D; k++) {
          out[(size_t)2 * D * (from + l) + k] = b->u[k][l];
          out[(size_t)2 * D * (from + l) + D + k] = b->v[k][l];
        }
    }
    double c = now(CLOCK_PROCESS_CPUTIME_ID) - c0, w = now(CLOCK_MONOTONIC) - w0;
    if (c < best) best = c;
    if (w < wall) wall = w;
  }
  f = fopen(argv[4], "wb");
  fwrite(out, sizeof(double), (size_t)2 * D * count, f);
  fclose(f);
  printf("%.9f %.9f\n", best, wall);
  return 0;
}
