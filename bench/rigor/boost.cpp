// Boost.Interval on the two formulas of bench/rigor.ts. Usage: boost <boxes> ; prints "name seconds sink".
#include <boost/numeric/interval.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>
using namespace boost::numeric;
using namespace interval_lib;
typedef interval<double, policies<save_state<rounded_transc_std<double, rounded_arith_opp<double>>>, checking_base<double>>> Usual;
typedef unprotect<Usual>::type Once;

static double next_random(unsigned &s) { s = s * 1103515245u + 12345u; return (s >> 8) / 16777216.0; }

template <class I> struct Data {
  std::vector<I> u, v;
  Data(long n) : u(4 * n), v(4 * n) {
    unsigned s = 1;
    for (long i = 0; i < 4 * n; i++) {
      double a = 0.5 + next_random(s), b = 0.25 + next_random(s);
      u[i] = I(a, a + 1e-6);
      v[i] = I(b, b + 1e-6);
    }
  }
};

template <class I> double potential(const Data<I> &d, long n) {
  double sink = 0;
  for (long i = 0; i < n; i++) {
    const I &w = d.u[4 * i], &b = d.v[4 * i];
    I r = sqrt(square(w) + square(b));
    I q = w * log(w + r) - r;
    sink += q.lower();
  }
  return sink;
}

template <class I> double step(const Data<I> &d, long n) {
  static const double X[2][4] = {{1, -0.5, 0.25, 2}, {0.75, 1.5, -1, 0.5}}, Y[2] = {1, -0.5}, eta2 = 0.125;
  double sink = 0;
  for (long i = 0; i < n; i++) {
    const I *u = &d.u[4 * i], *v = &d.v[4 * i];
    I w[4], r[2], a[4], b[4];
    for (int j = 0; j < 4; j++) w[j] = square(u[j]) - square(v[j]);
    for (int k = 0; k < 2; k++) r[k] = X[k][0] * w[0] + X[k][1] * w[1] + X[k][2] * w[2] + X[k][3] * w[3] - Y[k];
    for (int j = 0; j < 4; j++) {
      I g = eta2 * (X[0][j] * r[0] + X[1][j] * r[1]);
      a[j] = u[j] - g * u[j];
      b[j] = v[j] + g * v[j];
    }
    for (int j = 0; j < 4; j++) w[j] = square(a[j]) - square(b[j]);
    for (int k = 0; k < 2; k++) r[k] = X[k][0] * w[0] + X[k][1] * w[1] + X[k][2] * w[2] + X[k][3] * w[3] - Y[k];
    sink += (square(r[0]) + square(r[1])).lower();
  }
  return sink;
}

template <class F> void timed(const char *name, F f) {
  std::clock_t start = std::clock();
  double sink = f();
  std::printf("%s %.6f %.17g\n", name, double(std::clock() - start) / CLOCKS_PER_SEC, sink);
}

int main(int, char **argv) {
  long n = std::atol(argv[1]), few = n / 10;
  { // the rounding mode is set once, here
    Usual::traits_type::rounding rnd;
    Data<Once> d(n);
    timed("potential-once", [&] { return potential(d, n); });
    timed("step-once", [&] { return step(d, n); });
  }
  Data<Usual> d(few);
  timed("potential-usual", [&] { return potential(d, few); });
  timed("step-usual", [&] { return step(d, few); });
}
