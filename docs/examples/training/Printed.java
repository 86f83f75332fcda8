package training;

/**
 * The paper's printed loss (its eq 43) for the cosine model: the squared rates of F, P, Q, R along the solved trajectories, with the
 * constants that the paper leaves free. H is constant along each of its terms here and H~ is zero for one state, so both are left out.
 *
 * <p>The closed solution is {@code z(t) = (asin(tanh(theta1 (t + c))) - theta2)/theta1}, {@code c = atanh(sin(theta1 z(0) + theta2))/theta1}.
 */
final class Printed {
    private Printed() {}

    /**
     * The sum of the mean squares of the rates over one trajectory.
     *
     * @param free whether the constants k2 and k6 are 1, as they may be if they are free; else those for which the forms are conserved
     * @param z solved states at times {@code k h}
     * @param target what the last one should be
     */
    static double penalty(boolean free, double h, double[] z, double target, double[] p) {
        double theta1 = p[0];
        double theta2 = p[1];
        int n = z.length;
        double[] u = new double[n];
        double[] v = new double[n];
        double[] w = new double[n];
        u[n - 1] = 2 * (z[n - 1] - target);
        for (int k = n - 2; k >= 0; k--) {
            adjointStep(h, k, z, u, v, w, p);
        }
        double eps = 0.1;
        double shift = free ? eps : 0;
        double c = atanh(Math.sin(theta1 * z[0] + theta2)) / theta1;
        double k6 = free ? 1 : u[0] / Math.cosh(theta1 * c);
        double[] before = null;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double t = k * h;
            double y = theta1 * (t + shift + c);
            double solution = (Math.asin(Math.tanh(y)) - theta2) / theta1;
            double later = k6 * Math.cosh(y);
            double[] forms = {
                z[k] - solution,
                u[k] - later,
                v[k] - (solution * later - k6 * t) / theta1,
                w[k] - later / theta1
            };
            for (int i = 0; i < 4 && before != null; i++) {
                double rate = (forms[i] - before[i]) / h;
                sum += rate * rate / (n - 1);
            }
            before = forms;
        }
        return sum;
    }

    /** One step back of u' = theta1 sin(A) u, v' = -u dA/dtheta1.., by Heun's method on the given states. */
    private static void adjointStep(double h, int k, double[] z, double[] u, double[] v, double[] w, double[] p) {
        double after = p[0] * z[k + 1] + p[1];
        double here = p[0] * z[k] + p[1];
        double slopeAfter = p[0] * Math.sin(after) * u[k + 1];
        double guess = u[k + 1] - h * slopeAfter;
        double slopeHere = p[0] * Math.sin(here) * guess;
        u[k] = u[k + 1] - h / 2 * (slopeAfter + slopeHere);
        v[k] = v[k + 1] - h / 2 * (u[k + 1] * z[k + 1] * Math.sin(after) + u[k] * z[k] * Math.sin(here));
        w[k] = w[k + 1] - h / 2 * (u[k + 1] * Math.sin(after) + u[k] * Math.sin(here));
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }
}
