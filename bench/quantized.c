/*
 * The whole functional graph of one quantized map (u² − v² on one sample, q4.f, nearest-even updates) in C: successors,
 * then cycles and basins by walking, with a label array as a C programmer writes it and in place as the engine does.
 * Prints: states, milliseconds for successors, for labels, for labels in place, and both counts of cycles.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static inline int64_t nearest_even(int64_t a, int shift) {
  int64_t q = a >> shift, r = a - (q << shift), half = (int64_t)1 << (shift - 1);
  return q + ((r > half) | ((r == half) & (q & 1)));
}

int main(int argc, char **argv) {
  int bits = atoi(argv[1]), repeats = argc > 2 ? atoi(argv[2]) : 3, f = bits - 4;
  int64_t m = (int64_t)1 << (bits - 1), w = 2 * m, n = w * w;
  int64_t target = (int64_t)5 << (2 * f - 1);
  int shift = 2 * f + 6;
  double best[3] = {1e18, 1e18, 1e18};
  uint32_t cycles = 0, again = 0;
  for (int k = 0; k < repeats; k++) {
    double t0 = now();
    uint32_t *s = malloc(n * 4);
    int64_t i = 0;
    /* x = 3/4, y = 5/8, eta = 1/8: the update of u is 3u(3(u² − v²) − 5·2^(2f−1)) / 2^(2f+6) grid steps */
    for (int64_t u = -m; u < m; u++)
      for (int64_t v = -m; v < m; v++) {
        int64_t g = 3 * (u * u - v * v) - target;
        int64_t x = u - nearest_even(3 * u * g, shift), y = v - nearest_even(-3 * v * g, shift);
        x = x < -m ? -m : x > m - 1 ? m - 1 : x;
        y = y < -m ? -m : y > m - 1 ? m - 1 : y;
        s[i++] = (uint32_t)((x + m) * w + y + m);
      }
    double t1 = now();
    uint32_t *label = calloc(n, 4), *basin = calloc(n, 4);
    cycles = 0;
    for (int64_t a = 0; a < n; a++) {
      if (label[a]) continue;
      uint32_t j = a, count = 0;
      while (!label[j]) label[j] = UINT32_MAX, j = s[j];
      uint32_t id = label[j];
      if (id == UINT32_MAX) id = j + 1, cycles++;
      for (j = a; label[j] == UINT32_MAX; j = s[j]) label[j] = id, count++;
      basin[id - 1] += count;
    }
    double t2 = now();
    free(label);
    free(basin);
    double t3 = now();
    int32_t *z = (int32_t *)s;
    uint32_t *sizes = calloc(n, 4), *stack = malloc(n * 4);
    again = 0;
    for (int64_t a = 0; a < n; a++) {
      int32_t next = z[a];
      if (next < 0) continue;
      uint32_t j = a, top = 0;
      do stack[top++] = j, z[j] = INT32_MIN, j = next, next = z[j];
      while (next >= 0);
      if (next == INT32_MIN) {
        next = ~(int32_t)j;
        uint32_t q, period = 0;
        do q = stack[--top], z[q] = next, period++;
        while (q != j);
        sizes[j] += period;
        again++;
      }
      sizes[~next] += top;
      while (top > 0) z[stack[--top]] = next;
    }
    double t4 = now(), part[3] = {t1 - t0, t2 - t1, t4 - t3};
    for (int p = 0; p < 3; p++) best[p] = part[p] < best[p] ? part[p] : best[p];
    free(s);
    free(sizes);
    free(stack);
  }
  printf("%lld %.2f %.2f %.2f %u %u\n", (long long)n, best[0], best[1], best[2], cycles, again);
  return 0;
}
