package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prolong.Prolong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PyTorch target, run by Python: values, gradients and losses against the Java target. Needs Debian's python3-torch. */
@Tag("pytorch")
final class TorchTargetTest {
    private static final int TRAJECTORIES = 2;
    private static final int POINTS = 5;
    private static final String SCRIPT = """
            import sys
            sys.path.insert(0, sys.argv[1])
            import torch
            import model as m

            x = torch.tensor(DATA, dtype=torch.float64).reshape(2, 5, 1).requires_grad_()
            t = torch.tensor(TIMES, dtype=torch.float64).reshape(2, 5)
            p = torch.tensor([0.8, 0.3], dtype=torch.float64, requires_grad=True)

            def show(*tensors):
                print(" ".join(repr(float(v)) for tensor in tensors for v in tensor.detach().flatten()))

            value = m.i1(t, x, p)
            by_x, by_p = torch.autograd.grad(value.sum(), (x, p))
            show(value)
            show(m.i1_gradient(t, x, p))
            show(by_x, by_p)
            torch.autograd.gradcheck(lambda y, q: m.i1(t, y, q), (x, p))
            torch.autograd.gradgradcheck(lambda y, q: m.i1(t, y, q), (x, p))
            single = m.i1(t.float(), x.float(), p.float())
            assert single.dtype == torch.float32
            assert torch.allclose(single.double(), value, rtol=1e-4, atol=1e-4)
            data = x.detach() + 0.05
            for meaning in ("rate", "drift", "spread"):
                for normalised in (False, True):
                    loss = m.RegularisedLoss([0.7], meaning, normalised)
                    y = x.detach().clone().requires_grad_()
                    q = p.detach().clone().requires_grad_()
                    total = loss(t, y, data, q, torch.full_like(y, 0.5))
                    total.backward()
                    show(total.reshape(1), y.grad, q.grad)
            assert m.Model([0.8, 0.3]).double()(t, x).shape == x.shape
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos",
                "tanh",
                "logistic",
                "isru",
                "squareplus",
                "elu",
                "softsign",
                "bent_identity",
                "expm1",
                "sinh"
            })
    void pythonAndJavaAgree(String activation) throws IOException, InterruptedException {
        CodeRequest request = CodeRequest.of(
                Prolong.derive("system model; z' = " + activation + "(theta1*z + theta2)"),
                "torch",
                "prolong generate");
        TorchTarget.generate(request).write(folder);
        double[] t = new double[TRAJECTORIES * POINTS];
        double[] x = new double[t.length];
        double[] data = new double[t.length];
        double[] xDot = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = 0.25 * (i % POINTS);
            x[i] = 0.2 + 0.07 * i;
            data[i] = x[i] + 0.05;
            xDot[i] = 0.5;
        }
        List<double[]> python = run(t, x);
        ClassLoader loader =
                InMemoryCompiler.compile(JavaTarget.generate(request).files());
        GeneratedClass quantity = new GeneratedClass(loader, "torch.ModelI1");
        double[] p = {0.8, 0.3};
        double[] sumByP = new double[2];
        for (int i = 0; i < t.length; i++) {
            double[] gradient = new double[4];
            double value = quantity.number("valueAndGradient", t[i], x, i, p, gradient, 0);
            close(python.get(0)[i], value);
            for (int j = 0; j < 4; j++) {
                close(python.get(1)[4 * i + j], gradient[j]);
            }
            close(python.get(2)[i], gradient[1]);
            sumByP[0] += gradient[2];
            sumByP[1] += gradient[3];
        }
        close(python.get(2)[t.length], sumByP[0]);
        close(python.get(2)[t.length + 1], sumByP[1]);
        GeneratedClass loss = new GeneratedClass(loader, "torch.ModelLoss");
        int row = 3;
        for (String meaning : List.of("RATE", "DRIFT", "SPREAD")) {
            for (boolean normalised : new boolean[] {false, true}) {
                double[] gradX = new double[t.length];
                double[] gradP = new double[2];
                double total = loss.number(
                        "loss",
                        loss.constant(meaning),
                        normalised,
                        new double[] {0.7},
                        TRAJECTORIES,
                        POINTS,
                        t,
                        x,
                        xDot,
                        data,
                        p,
                        gradX,
                        new double[t.length],
                        gradP,
                        new double[(int) loss.call("workspace", POINTS)]);
                double[] found = python.get(row++);
                close(found[0], total);
                for (int i = 0; i < gradX.length; i++) {
                    close(found[1 + i], gradX[i]);
                }
                close(found[1 + gradX.length], gradP[0]);
                close(found[2 + gradX.length], gradP[1]);
            }
        }
    }

    private static void close(double found, double wanted) {
        assertThat(found).isCloseTo(wanted, within(1e-11 * (1 + Math.abs(wanted))));
    }

    private List<double[]> run(double[] t, double[] x) throws IOException, InterruptedException {
        Path script = folder.resolve("check.py");
        Files.writeString(script, SCRIPT.replace("DATA", Arrays.toString(x)).replace("TIMES", Arrays.toString(t)));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder("/usr/bin/python3", script.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(out);
        assertThat(process.exitValue()).as("%s", text).isZero();
        return text.lines()
                .filter(l -> l.matches("[-0-9].*"))
                .map(l -> Arrays.stream(l.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
