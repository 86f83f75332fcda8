/* The formulas of HandWritten.java in C: prints the nanoseconds for a point. gcc -O3 quantities.c -lm */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { POINTS = 1024 };

typedef void Quantity(int n, const double *restrict t, const double *restrict x, const double *restrict p,
                      double *restrict out, double *restrict g);

static void cosine(int n, const double *restrict t, const double *restrict x, const double *restrict p,
                   double *restrict out, double *restrict g) {
    double theta1 = p[0], theta2 = p[1], r = 1.0 / theta1;
    for (int k = 0; k < n; k++) {
        double z = x[k], b = theta1 * z + theta2, s = sin(b), c = cos(b), a = fabs(s);
        double y = copysign(a < 0.5 ? 0.5 * log1p(2.0 * a / (1.0 - a)) : log((1.0 + a) / fabs(c)), s);
        double byZ = 1.0 / c;
        g[4 * k] = -1.0;
        g[4 * k + 1] = byZ;
        g[4 * k + 2] = r * (byZ * z - r * y);
        g[4 * k + 3] = r * byZ;
        out[k] = r * y - t[k];
    }
}

static void logistic(int n, const double *restrict t, const double *restrict x, const double *restrict p,
                     double *restrict out, double *restrict g) {
    double theta1 = p[0], theta2 = p[1], r = 1.0 / theta1;
    for (int k = 0; k < n; k++) {
        double z = x[k], e = exp(-(theta1 * z + theta2)), q = e * r;
        g[4 * k] = -1.0;
        g[4 * k + 1] = e + 1.0;
        g[4 * k + 2] = q * (r + z);
        g[4 * k + 3] = q;
        out[k] = z - q - t[k];
    }
}

static double reciprocal(double x) { return 1.0 / (x > 0.0 ? x + log1p(exp(-x)) : log1p(exp(x))); }

static const double NODES[] = {0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845,
                               0.7808177265864169, 0.6794095682990244, 0.5627571346686047, 0.4333953941292472,
                               0.2943928627014602, 0.14887433898163122};
static const double KRONROD[] = {0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996,
                                 0.0931254545836976,   0.10938715880229764,  0.12349197626206584,  0.13470921731147334,
                                 0.14277593857706009,  0.1477391049013385};
static const double CENTRE = 0.1494455540029169;
static const double GAUSS[] = {0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635,
                               0.29552422471475287};

static double piece(double a, double b, double scale, int depth) {
    double centre = 0.5 * a + 0.5 * b, half = 0.5 * b - 0.5 * a;
    double kronrod = CENTRE * reciprocal(centre), gauss = 0.0;
    for (int i = 0; i < 10; i += 2) {
        kronrod += KRONROD[i] * (reciprocal(centre - half * NODES[i]) + reciprocal(centre + half * NODES[i]));
        double pair = reciprocal(centre - half * NODES[i + 1]) + reciprocal(centre + half * NODES[i + 1]);
        kronrod += KRONROD[i + 1] * pair;
        gauss += GAUSS[i / 2] * pair;
    }
    double error = fabs(half * (kronrod - gauss)), total = fabs(half * kronrod);
    if (error <= 1.0e-13 * total || error <= 1.0e-18 * scale || depth >= 100) {
        return half * kronrod;
    }
    double known = fmax(scale, total);
    return piece(a, centre, known, depth + 1) + piece(centre, b, known, depth + 1);
}

static void softplus(int n, const double *restrict t, const double *restrict x, const double *restrict p,
                     double *restrict out, double *restrict g) {
    double theta1 = p[0], theta2 = p[1], r = 1.0 / theta1;
    for (int k = 0; k < n; k++) {
        double z = x[k], b = theta1 * z + theta2, byZ = reciprocal(b);
        double y = b == 0.0 ? 0.0 : piece(0.0, b, 0.0, 0);
        g[4 * k] = -1.0;
        g[4 * k + 1] = byZ;
        g[4 * k + 2] = r * (byZ * z - r * y);
        g[4 * k + 3] = r * byZ;
        out[k] = r * y - t[k];
    }
}

static void rational(int n, const double *restrict t, const double *restrict x, const double *restrict p,
                     double *restrict out, double *restrict g) {
    double theta1 = p[0], theta2 = p[1], r = 1.0 / theta1;
    for (int k = 0; k < n; k++) {
        double z = x[k], b = theta1 * z + theta2, square = b * b, third = r * square * b * (1.0 / 3.0);
        g[4 * k] = -1.0;
        g[4 * k + 1] = square + 1.0;
        g[4 * k + 2] = r * (square * z - third);
        g[4 * k + 3] = r * square;
        out[k] = z + third - t[k];
    }
}

/* The bare functions, of |x| + 0.01 where they need a positive argument. */
#define FUNCTION(name, f, argument)                                                                                    \
    static void name(int n, const double *restrict t, const double *restrict x, const double *restrict p,              \
                     double *restrict out, double *restrict g) {                                                       \
        for (int k = 0; k < n; k++) {                                                                                  \
            out[k] = f(argument);                                                                                      \
        }                                                                                                              \
    }
FUNCTION(functionSin, sin, x[k])
FUNCTION(functionCos, cos, x[k])
FUNCTION(functionExp, exp, x[k])
FUNCTION(functionLog, log, fabs(x[k]) + 0.01)
FUNCTION(functionLog1p, log1p, fabs(x[k]) + 0.01)
FUNCTION(functionExpm1, expm1, x[k])
FUNCTION(functionTanh, tanh, x[k])

/* Seconds. */
static double now(void) {
    struct timespec s;
    clock_gettime(CLOCK_MONOTONIC, &s);
    return s.tv_sec + 1e-9 * s.tv_nsec;
}

static double t[POINTS], x[POINTS], out[POINTS], g[4 * POINTS];

static int compare(const void *a, const void *b) {
    double d = *(const double *)a - *(const double *)b;
    return d < 0 ? -1 : d > 0;
}

enum { CALLS = 10000 };
static double times[CALLS];

/* The time that a tenth of the calls stays below, after some to warm up. */
static void measure(const char *name, Quantity *volatile quantity) {
    double p[] = {0.7, 0.3};
    for (int i = -100; i < CALLS; i++) {
        double begin = now();
        quantity(POINTS, t, x, p, out, g);
        times[i < 0 ? 0 : i] = now() - begin;
    }
    qsort(times, CALLS, sizeof *times, compare);
    printf("%s %.4f\n", name, 1e9 * times[CALLS / 10] / POINTS);
}

int main(void) {
    for (int k = 0; k < POINTS; k++) {
        t[k] = k / (double)POINTS;
        x[k] = -2.0 + 4.0 * (k * 617 % POINTS + 0.5) / POINTS;
    }
    measure("COS", cosine);
    measure("LOGISTIC", logistic);
    measure("SOFTPLUS", softplus);
    measure("RATIONAL", rational);
    measure("SIN", functionSin);
    measure("COSINE", functionCos);
    measure("EXP", functionExp);
    measure("LOG", functionLog);
    measure("LOG1P", functionLog1p);
    measure("EXPM1", functionExpm1);
    measure("TANH", functionTanh);
    return 0;
}
