package training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Learns the parameters of small models from few noisy samples, with and without penalties on conserved quantities, and writes a page.
 *
 * <p>The model and the penalties, with all their gradients, are the classes that prolong generated. The gradient of the mean square error
 * comes from the sensitivities of the Runge-Kutta method, so it is exact for the discrete trajectory.
 */
public final class Training {
    private static final int TRAJECTORIES = 4;
    private static final int POINTS = 8;
    private static final double SPACING = 0.4;
    private static final double NOISE = 0.05;
    private static int steps = 1200;
    private static final double[] NONE = {};

    private interface Field {
        void at(double t, double[] x, double[] p, double[] out);
    }

    private interface Penalty {
        double of(boolean normalised, double[] t, double[] x, double[] p, double weight, double[] gradX, double[] gradP);
    }

    /** A model with one state. */
    private record Model(
            String name, double spacing, double[] truth, double[] start, double[] initial, Field f, Field jacobian, Field byParameters,
            Penalty drift, Penalty spread) {}

    /** How to train: weight of the square error, of the drift, of the spread; printed is 1 for eq 43 with free constants, 2 with the right ones. */
    private record Method(String name, double square, double drift, double spread, boolean normalised, int printed) {
        Method(String name, double square, double drift, double spread, boolean normalised) {
            this(name, square, drift, spread, normalised, 0);
        }
    }

    private static final List<Method> METHODS = List.of(
            new Method("square error alone", 1, 0, 0, false),
            new Method("eq 43 as printed, free constants", 1, 0, 0, false, 1),
            new Method("eq 43 as printed, right constants", 1, 0, 0, false, 2),
            new Method("square error + drift, raw", 1, 1, 0, false),
            new Method("square error + drift, normalised", 1, 1, 0, true),
            new Method("spread alone, raw", 0, 0, 1, false),
            new Method("spread alone, normalised", 0, 0, 1, true),
            new Method("square error + spread, raw", 1, 0, 1, false),
            new Method("square error + spread, normalised", 1, 0, 1, true));

    private static final double[] WORK = new double[256];

    private static final List<Model> MODELS = List.of(
            new Model(
                    "cosine: z' = cos(theta1 z + theta2)", SPACING,
                    new double[] {1.2, 0.3}, new double[] {0.6, 0.0}, new double[] {-1.2, -0.6, 0.0, 0.4},
                    CosineModel::rightSide, CosineModel::jacobian, CosineModel::parameterJacobian,
                    (n, t, x, p, w, gx, gp) ->
                            CosineLoss.drift(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK),
                    (n, t, x, p, w, gx, gp) ->
                            CosineLoss.spread(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK)),
            new Model(
                    "cosine for a long time: the same, samples 1.5 apart, beginning beside equilibria", 1.5,
                    new double[] {1.2, 0.3}, new double[] {1.0, 0.2}, new double[] {-1.5589, -1.5, 1.0589, 1.05},
                    CosineModel::rightSide, CosineModel::jacobian, CosineModel::parameterJacobian,
                    (n, t, x, p, w, gx, gp) ->
                            CosineLoss.drift(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK),
                    (n, t, x, p, w, gx, gp) ->
                            CosineLoss.spread(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK)),
            new Model(
                    "tanh: z' = tanh(theta1 z + theta2)", SPACING,
                    new double[] {0.8, -0.2}, new double[] {0.4, 0.1}, new double[] {0.4, 0.7, 1.0, 1.3},
                    TanhModel::rightSide, TanhModel::jacobian, TanhModel::parameterJacobian,
                    (n, t, x, p, w, gx, gp) -> TanhLoss.drift(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK),
                    (n, t, x, p, w, gx, gp) ->
                            TanhLoss.spread(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK)),
            new Model(
                    "logistic: z' = 1/(1 + exp(-theta1 z - theta2))", SPACING,
                    new double[] {-1.5, 0.5}, new double[] {-0.7, 0.0}, new double[] {-0.8, -0.2, 0.3, 0.8},
                    LogisticModel::rightSide, LogisticModel::jacobian, LogisticModel::parameterJacobian,
                    (n, t, x, p, w, gx, gp) ->
                            LogisticLoss.drift(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK),
                    (n, t, x, p, w, gx, gp) ->
                            LogisticLoss.spread(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK)),
            new Model(
                    "softplus: z' = log(1 + exp(theta1 z + theta2))", SPACING,
                    new double[] {-0.9, 0.4}, new double[] {-0.4, 0.0}, new double[] {-1.0, -0.3, 0.4, 1.0},
                    SoftplusModel::rightSide, SoftplusModel::jacobian, SoftplusModel::parameterJacobian,
                    (n, t, x, p, w, gx, gp) ->
                            SoftplusLoss.drift(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK),
                    (n, t, x, p, w, gx, gp) ->
                            SoftplusLoss.spread(0, n, TRAJECTORIES, POINTS, t, x, p, w, gx, gp, WORK)));

    private Training() {}

    private static List<Method> methods(Model model) {
        return METHODS.stream()
                .filter(m -> m.printed() == 0 || model.name().startsWith("cosine"))
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        int seeds = Integer.parseInt(arguments[1]);
        steps = Integer.parseInt(arguments[2]);
        StringBuilder page = new StringBuilder(
                "<!DOCTYPE html><meta charset=\"utf-8\"><title>Training with conserved quantities</title>"
                        + "<style>body{font:15px sans-serif;max-width:60em;margin:2em auto}td,th{padding:.2em .8em;text-align:right}"
                        + "td:first-child,th:first-child{text-align:left}</style><h1>Training with conserved quantities</h1>");
        page.append(String.format(
                Locale.ROOT,
                "<p>%d trajectories of %d samples, noise %.2f, Runge-Kutta steps of %.2f where nothing else is said, Adam with %d steps, seeds 0 to %d.</p>",
                TRAJECTORIES, POINTS, NOISE, SPACING, steps, seeds - 1));
        int done = 0;
        int runs = seeds * MODELS.stream().mapToInt(m -> methods(m).size()).sum() + seeds;
        StringBuilder table = new StringBuilder(
                "| model | loss | test error, median | worst | parameters off by, median | blown up | seconds |\n"
                        + "| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
        for (Model model : MODELS) {
            page.append("<h2>").append(model.name()).append("</h2><table><tr><th>loss<th>test error, median<th>worst"
                    + "<th>parameters off by, median<th>blown up<th>seconds</tr>");
            List<double[]> errors = new ArrayList<>();
            for (Method method : methods(model)) {
                double[] test = new double[seeds];
                double[] off = new double[seeds];
                int blown = 0;
                long begin = System.nanoTime();
                for (int seed = 0; seed < seeds; seed++) {
                    double[] p = new double[2];
                    double largest = train(model, method, seed, p);
                    test[seed] = testError(model, p);
                    off[seed] = Math.hypot(p[0] - model.truth()[0], p[1] - model.truth()[1]);
                    if (!(test[seed] < 1e6 && largest < 1e6)) {
                        blown++;
                    }
                    progress(++done, runs);
                }
                double seconds = (System.nanoTime() - begin) / 1e9;
                Arrays.sort(test);
                Arrays.sort(off);
                errors.add(test);
                page.append(String.format(
                        Locale.ROOT,
                        "<tr><td>%s<td>%.4f<td>%.4f<td>%.4f<td>%d of %d<td>%.2f</tr>",
                        method.name(), median(test), test[seeds - 1], median(off), blown, seeds, seconds));
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.4f | %.4f | %.4f | %d of %d | %.2f |%n",
                        model.name().replaceAll(":.*", ""), method.name(), median(test), test[seeds - 1],
                        median(off), blown, seeds, seconds));
            }
            page.append("</table>").append(plot(methods(model), errors));
        }
        long begin = System.nanoTime();
        Spiral.Outcome[] outcomes = new Spiral.Outcome[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            outcomes[seed] = Spiral.run(seed, steps);
            progress(++done, runs);
        }
        String spiral = Spiral.line(outcomes, (System.nanoTime() - begin) / 1e9);
        page.append("<h2>2-D spiral: z' = W2 tanh(W1 z + b1) + b2</h2><p>").append(spiral);
        System.out.print("\n" + table + "\n2-D spiral, " + spiral + "\n");
        Files.writeString(Path.of(arguments[0]), page);
        System.err.println("\nwritten: " + arguments[0]);
    }

    private static void progress(int done, int all) {
        System.err.print("\r[" + "#".repeat(40 * done / all) + ".".repeat(40 - 40 * done / all) + "] " + done + "/" + all);
    }

    /** Trains from the model's start; the parameters go to the array, what is returned is the largest loss on the way. */
    private static double train(Model model, Method method, int seed, double[] p) {
        double largest = 0;
        Random random = new Random(seed);
        double[] t = new double[TRAJECTORIES * POINTS];
        double[] data = new double[t.length];
        double[] x0 = new double[TRAJECTORIES];
        for (int b = 0; b < TRAJECTORIES; b++) {
            double x = model.initial()[b];
            x0[b] = x;
            for (int k = 0; k < POINTS; k++) {
                t[b * POINTS + k] = k * model.spacing();
                data[b * POINTS + k] = x + NOISE * random.nextGaussian();
                for (int fine = 0; fine < 20; fine++) {
                    x = step(model, x, model.truth(), model.spacing() / 20, new double[2], new double[2]);
                }
            }
        }
        System.arraycopy(model.start(), 0, p, 0, 2);
        double[] m = new double[2];
        double[] v = new double[2];
        double[] x = new double[t.length];
        double[] sensitivities = new double[2 * t.length];
        for (int i = 1; i <= steps; i++) {
            solve(model, x0, p, x, sensitivities);
            double[] gradX = new double[t.length];
            double[] g = new double[2];
            double loss = 0;
            for (int k = 0; k < t.length; k++) {
                loss += method.square() * (x[k] - data[k]) * (x[k] - data[k]) / t.length;
                gradX[k] = method.square() * 2 * (x[k] - data[k]) / t.length;
            }
            if (method.drift() > 0) {
                loss += method.drift() * model.drift().of(method.normalised(), t, x, p, method.drift(), gradX, g);
            }
            if (method.spread() > 0) {
                loss += method.spread() * model.spread().of(method.normalised(), t, data, p, method.spread(), NONE, g);
            }
            if (method.printed() > 0) {
                loss += printed(model, method, x0, data, p);
                for (int j = 0; j < 2; j++) {
                    // The printed forms have no gradients in closed form: central differences.
                    double[] q = p.clone();
                    q[j] = p[j] + 1e-6;
                    double above = printed(model, method, x0, data, q);
                    q[j] = p[j] - 1e-6;
                    g[j] += (above - printed(model, method, x0, data, q)) / 2e-6;
                }
            }
            largest = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : Math.max(largest, loss);
            for (int k = 0; k < t.length; k++) {
                g[0] += gradX[k] * sensitivities[2 * k];
                g[1] += gradX[k] * sensitivities[2 * k + 1];
            }
            for (int j = 0; j < 2; j++) {
                m[j] = 0.9 * m[j] + 0.1 * g[j];
                v[j] = 0.999 * v[j] + 0.001 * g[j] * g[j];
                double rate = 0.02 * (1 - 0.9 * i / steps);
                p[j] -= rate * m[j] / (1 - Math.pow(0.9, i)) / (Math.sqrt(v[j] / (1 - Math.pow(0.999, i))) + 1e-10);
            }
        }
        return largest;
    }

    private static double median(double[] sorted) {
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }

    private static double printed(Model model, Method method, double[] x0, double[] data, double[] p) {
        double[] x = new double[data.length];
        solve(model, x0, p, x, new double[2 * data.length]);
        double sum = 0;
        for (int b = 0; b < TRAJECTORIES; b++) {
            double[] z = Arrays.copyOfRange(x, b * POINTS, (b + 1) * POINTS);
            sum += Printed.penalty(method.printed() == 1, model.spacing(), z, data[(b + 1) * POINTS - 1], p);
        }
        return sum / TRAJECTORIES;
    }

    private static void solve(Model model, double[] x0, double[] p, double[] x, double[] sensitivities) {
        for (int b = 0; b < TRAJECTORIES; b++) {
            double z = x0[b];
            double[] s = new double[2];
            double[] next = new double[2];
            for (int k = 0; k < POINTS; k++) {
                int at = b * POINTS + k;
                x[at] = z;
                sensitivities[2 * at] = s[0];
                sensitivities[2 * at + 1] = s[1];
                z = step(model, z, p, model.spacing(), s, next);
                System.arraycopy(next, 0, s, 0, 2);
            }
        }
    }

    /** One classical Runge-Kutta step of the model together with its sensitivities in the parameters. */
    private static double step(Model model, double x, double[] p, double h, double[] s, double[] out) {
        double[] part = {0, 0.5, 0.5, 1};
        double[] share = {h / 6, h / 3, h / 3, h / 6};
        double kx = 0;
        double[] ks = {0, 0};
        double end = x;
        double[] sum = s.clone();
        double[] f = new double[1];
        double[] j = new double[1];
        double[] q = new double[2];
        for (int stage = 0; stage < 4; stage++) {
            double[] at = {x + part[stage] * h * kx};
            double s0 = s[0] + part[stage] * h * ks[0];
            double s1 = s[1] + part[stage] * h * ks[1];
            model.f().at(0, at, p, f);
            model.jacobian().at(0, at, p, j);
            model.byParameters().at(0, at, p, q);
            kx = f[0];
            ks = new double[] {j[0] * s0 + q[0], j[0] * s1 + q[1]};
            end += share[stage] * kx;
            sum[0] += share[stage] * ks[0];
            sum[1] += share[stage] * ks[1];
        }
        System.arraycopy(sum, 0, out, 0, 2);
        return end;
    }

    /** Root mean square error on trajectories from other starts. */
    private static double testError(Model model, double[] p) {
        double sum = 0;
        int n = 0;
        for (int b = 0; b + 1 < model.initial().length; b++) {
            double z = 0.5 * (model.initial()[b] + model.initial()[b + 1]);
            double w = z;
            for (int k = 0; k < 200; k++) {
                z = step(model, z, model.truth(), 0.02, new double[2], new double[2]);
                w = step(model, w, p, 0.02, new double[2], new double[2]);
                sum += (z - w) * (z - w);
                n++;
            }
        }
        return Math.sqrt(sum / n);
    }

    /** The test errors of all seeds on a logarithmic scale, one row for each method. */
    private static String plot(List<Method> methods, List<double[]> errors) {
        StringBuilder svg = new StringBuilder("<svg width=\"760\" height=\"" + (40 + 26 * errors.size()) + "\">");
        for (int power = -3; power <= 1; power++) {
            int x = 300 + 100 * (power + 3);
            svg.append("<line x1=\"" + x + "\" x2=\"" + x + "\" y1=\"5\" y2=\"" + (15 + 26 * errors.size())
                    + "\" stroke=\"#ddd\"/><text font-size=\"12\" x=\"" + (x - 14) + "\" y=\"" + (32 + 26 * errors.size())
                    + "\">1e" + power + "</text>");
        }
        for (int i = 0; i < errors.size(); i++) {
            int y = 20 + 26 * i;
            svg.append("<text font-size=\"13\" x=\"0\" y=\"" + (y + 4) + "\">" + methods.get(i).name() + "</text>");
            for (double e : errors.get(i)) {
                double x = 300 + 100 * (Math.log10(Math.min(10, Math.max(1e-3, Double.isNaN(e) ? 10 : e))) + 3);
                svg.append(String.format(
                        Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"#36c\" fill-opacity=\"0.5\"/>", x, y));
            }
        }
        return svg.append("</svg><p>Each dot is the test error of one seed; errors below 0.001 stand at 0.001.</p>").toString();
    }
}
