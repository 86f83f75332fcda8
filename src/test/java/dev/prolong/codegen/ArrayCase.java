package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A system, a batch of samples, and what the Java target computes of them: the reference for targets that work on arrays.
 *
 * <p>Rows, for each quantity that the target computes: whether each sample is defined; the values; the gradients; the gradient of the sum of
 * the values by all states and parameters; the rates for a velocity. Then for each meaning, raw and normalised, the loss with its gradients by
 * the states and the parameters.
 */
final class ArrayCase {
    static final int TRAJECTORIES = 2;
    static final int POINTS = 5;
    static final List<String> MEANINGS = List.of("RATE", "DRIFT", "SPREAD");
    private static final double WEIGHT = 0.7;
    private static final double RELATIVE = 1e-10;

    private final String name;
    private final CodeRequest request;
    private final List<String> quantities;
    private final double[] t;
    private final double[] x;
    private final double[] velocities;
    private final double[] data;
    private final double[] p;

    private ArrayCase(
            String name,
            CodeRequest request,
            List<String> quantities,
            double[] t,
            double[] x,
            double[] velocities,
            double[] data,
            double[] p) {
        this.name = name;
        this.request = request;
        this.quantities = quantities;
        this.t = t;
        this.x = x;
        this.velocities = velocities;
        this.data = data;
        this.p = p;
    }

    /** A case of random samples. */
    static ArrayCase of(String name, CodeRequest request, GeneratedFiles files, long seed) {
        int n = request.coordinates().size();
        int samples = TRAJECTORIES * POINTS;
        Random random = new Random(seed);
        double[] t = new double[samples];
        for (int i = 0; i < samples; i++) {
            t[i] = 0.25 * (i % POINTS);
        }
        List<String> quantities = new ArrayList<>();
        for (int i = 0; i < request.quantities().size(); i++) {
            String quantity = CodeRequest.name(i);
            if (files.skipped().stream().noneMatch(s -> s.quantity().equals(quantity))) {
                quantities.add(quantity);
            }
        }
        return new ArrayCase(
                name,
                request,
                quantities,
                t,
                random.doubles((long) samples * n, -1.2, 1.8).toArray(),
                random.doubles((long) samples * n, -1, 1).toArray(),
                random.doubles((long) samples * n, -1.2, 1.8).toArray(),
                random.doubles(request.system().parameters().size(), 0.3, 1.3).toArray());
    }

    String name() {
        return name;
    }

    CodeRequest request() {
        return request;
    }

    List<String> quantities() {
        return quantities;
    }

    double[] t() {
        return t;
    }

    double[] x() {
        return x;
    }

    double[] velocities() {
        return velocities;
    }

    double[] data() {
        return data;
    }

    double[] p() {
        return p;
    }

    /** Whether there is a loss, and it is that of the Java target. */
    boolean isWhole() {
        return !quantities.isEmpty()
                && quantities.size() == request.quantities().size();
    }

    int states() {
        return request.coordinates().size();
    }

    /** Fails where the rows of the target are not those of the Java target; says how many numbers were compared. */
    int compare(List<double[]> found) {
        ClassLoader loader =
                InMemoryCompiler.compile(JavaTarget.generate(request).files());
        String prefix = request.packageName() + "."
                + JavaNames.className(request.system().name());
        int row = 0;
        int met = 0;
        for (String quantity : quantities) {
            met += compare(new GeneratedClass(loader, prefix + quantity), found.subList(row, row + 5));
            row += 5;
        }
        if (isWhole()) {
            GeneratedClass loss = new GeneratedClass(loader, prefix + "Loss");
            for (String meaning : MEANINGS) {
                for (boolean normalised : new boolean[] {false, true}) {
                    double[] wanted = loss(loss, loss.constant(meaning), normalised);
                    met += close(name + " " + meaning + " " + normalised, found.get(row++), wanted);
                }
            }
        }
        return met;
    }

    private int compare(GeneratedClass quantity, List<double[]> found) {
        int n = states();
        int m = p.length;
        int length = 1 + n + m;
        double[] sum = new double[t.length * n + m];
        boolean all = true;
        int met = 0;
        for (int i = 0; i < t.length; i++) {
            double[] gradient = new double[length];
            double value = quantity.number("valueAndGradient", t[i], x, i * n, p, gradient, 0);
            boolean defined = (boolean) quantity.call("isDefinedAt", t[i], x, i * n, p);
            assertThat(found.get(0)[i])
                    .as("%s is defined at sample %s", name, i)
                    .isEqualTo(defined ? 1 : 0);
            all &= defined;
            System.arraycopy(gradient, 1, sum, i * n, n);
            for (int j = 0; j < m; j++) {
                sum[t.length * n + j] += gradient[1 + n + j];
            }
            if (defined) {
                met += close(name + " value", new double[] {found.get(1)[i]}, new double[] {value});
                met += close(
                        name + " gradient", Arrays.copyOfRange(found.get(2), i * length, (i + 1) * length), gradient);
                double rate = quantity.number("rate", t[i], x, velocities, i * n, p);
                met += close(name + " rate", new double[] {found.get(4)[i]}, new double[] {rate});
            }
        }
        return met + (all ? close(name + " differentiated", found.get(3), sum) : 0);
    }

    private double[] loss(GeneratedClass loss, Object meaning, boolean normalised) {
        double[] gradX = new double[x.length];
        double[] gradP = new double[p.length];
        double[] weights = new double[quantities.size()];
        Arrays.fill(weights, WEIGHT);
        double total = loss.number(
                "loss",
                meaning,
                normalised,
                weights,
                TRAJECTORIES,
                POINTS,
                t,
                x,
                velocities,
                data,
                p,
                gradX,
                new double[x.length],
                gradP,
                new double[(int) loss.call("workspace", POINTS)]);
        double[] out = new double[1 + gradX.length + gradP.length];
        out[0] = total;
        System.arraycopy(gradX, 0, out, 1, gradX.length);
        System.arraycopy(gradP, 0, out, 1 + gradX.length, gradP.length);
        return out;
    }

    private static int close(String what, double[] found, double[] wanted) {
        assertThat(found).as(what).hasSameSizeAs(wanted);
        double size = Arrays.stream(wanted)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        int met = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (Double.isFinite(wanted[i])) {
                assertThat(Math.abs(found[i] - wanted[i]) <= RELATIVE * (1 + size))
                        .as("%s [%s]: %s in place of %s", what, i, found[i], wanted[i])
                        .isTrue();
                met++;
            }
        }
        return met;
    }

    /** The case as JSON. */
    String json() {
        return "{\"name\": \"" + name + "\", \"states\": " + states() + ", \"quantities\": ["
                + String.join(
                        ", ", quantities.stream().map(q -> "\"" + q + "\"").toList())
                + "], \"whole\": " + isWhole()
                + ", \"t\": " + Arrays.toString(t) + ", \"x\": " + Arrays.toString(x) + ", \"velocities\": "
                + Arrays.toString(velocities) + ", \"data\": " + Arrays.toString(data) + ", \"p\": "
                + Arrays.toString(p) + "}";
    }
}
