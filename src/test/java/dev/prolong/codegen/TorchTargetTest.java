package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.pipeline.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PyTorch target, run by Python: values, gradients and losses against the Java target. Needs Debian's python3-torch. */
@Tag("pytorch")
final class TorchTargetTest {
    private static final long SEED = 31;

    @TempDir
    Path folder;

    /** Systems of every kind, differentiated twice, in both precisions. */
    @Test
    void pythonAndJavaAgree() throws IOException, InterruptedException {
        assertThat(compare(SYSTEMS, "twice")).isGreaterThan(2000);
    }

    @Test
    void everyActivation() throws IOException, InterruptedException {
        List<String> systems = activations();
        assertThat(compare(systems, "once")).isGreaterThan(100 * systems.size());
    }

    @Test
    void theAuditPassesRightGradientsAndCatchesFaults() throws IOException, InterruptedException {
        CodeRequest request = CodeRequest.of(Prolong.derive(NETWORK), "net", "prolong generate");
        TorchTarget.generate(request).write(folder);
        List<double[]> rows = run(script("audit.py"), folder.toString());
        assertThat(rows.get(0)[0]).as("right gradients").isLessThan(1e-14);
        for (int fault = 1; fault < rows.size(); fault++) {
            assertThat(rows.get(fault)[0]).as("fault %s", fault).isGreaterThan(1e-3);
        }
        assertThat(rows).hasSize(5);
    }

    static final String NETWORK = """
            system net; states z[1..2]
            parameters W1[1..3,1..2], b1[1..3], W2[1..2,1..3], b2[1..2]
            function s
            z[i]' = sum(k in 1..3, W2[i,k]*s(sum(j in 1..2, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..2
            backpropagation
            ansatz equivalence
            """;

    static final List<String> SYSTEMS = List.of(
            "z' = cos(theta1*z + theta2)",
            "z' = tanh(theta1*z + theta2)",
            "z' = logistic(theta1*z + theta2); backpropagation",
            "z' = elu(theta1*z + theta2)",
            "z' = relu(theta1*z + theta2)",
            "z' = sqnl(theta1*z + theta2)",
            "x'' = -k*x",
            "z' = 1 + z^2",
            "states lambda, None, self, double; parameters torch, math, class, s, NDArray;"
                    + " lambda' = None*torch; None' = -lambda*math; self' = self*class + s; double' = NDArray*double");

    /** Systems of all activations of the rules and of ten more. */
    static List<String> activations() {
        return Stream.concat(
                        GeneratedSystemsTest.known().map(name -> "z' = " + name + "(theta1*z + theta2)"),
                        GeneratedSystemsTest.own()
                                .map(sigma -> "activation s(x) = " + sigma + "; z' = s(theta1*z + theta2)"))
                .toList();
    }

    static CodeRequest request(String name, String system) {
        return CodeRequest.of(
                Prolong.derive("system " + name + "; " + system, Options.DEFAULT.withLimit(Duration.ofSeconds(40))),
                name,
                "prolong generate");
    }

    private int compare(List<String> systems, String how) throws IOException, InterruptedException {
        List<ArrayCase> cases = new ArrayList<>();
        for (String system : systems) {
            String name = "case" + cases.size();
            CodeRequest request = request(name, system);
            GeneratedFiles files = TorchTarget.generate(request);
            files.write(folder);
            cases.add(ArrayCase.of(name, request, files, SEED));
        }
        Path input = folder.resolve("cases.json");
        Files.writeString(
                input,
                "[" + String.join(",\n", cases.stream().map(ArrayCase::json).toList()) + "]");
        List<double[]> rows = run(script("compare.py"), folder.toString(), input.toString(), how);
        int met = 0;
        int from = 0;
        for (ArrayCase c : cases) {
            int count = (int) rows.get(from)[0];
            met += c.compare(rows.subList(from + 1, from + 1 + count));
            from += 1 + count;
        }
        return met;
    }

    private String script(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/torch/" + name)) {
            Path script = folder.resolve("script_" + name);
            Files.write(script, in.readAllBytes());
            return script.toString();
        }
    }

    private List<double[]> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(out);
        assertThat(process.exitValue())
                .as("%s", text.substring(Math.max(0, text.length() - 3000)))
                .isZero();
        return text.lines()
                .filter(l -> l.matches("([-0-9]|nan|inf).*"))
                .map(l -> Arrays.stream(l.replace("nan", "NaN")
                                .replace("inf", "Infinity")
                                .split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
