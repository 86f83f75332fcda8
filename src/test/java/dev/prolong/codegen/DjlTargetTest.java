package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The DJL target on DJL's PyTorch engine: values, gradients and losses against the Java target. The generated code and the driver that calls
 * it are compiled here, with the class path of the profile {@code djl}.
 */
@Tag("djl")
final class DjlTargetTest {
    private static final long SEED = 31;

    @TempDir
    Path folder;

    @Test
    void djlAndJavaAgree() throws Exception {
        assertThat(compare(TorchTargetTest.SYSTEMS)).isGreaterThan(2000);
    }

    @Test
    void everyActivation() throws Exception {
        List<String> systems = TorchTargetTest.activations();
        assertThat(compare(systems)).isGreaterThan(100 * systems.size());
    }

    @Test
    void theAuditPassesRightGradientsAndCatchesFaults() throws Exception {
        CodeRequest request = CodeRequest.of(Prolong.derive(TorchTargetTest.NETWORK), "net", "prolong generate");
        DjlTarget.generate(request).write(folder);
        copy("Network.java", "", "");
        try (URLClassLoader loader =
                SourceFolder.compile(folder, "-Xlint:all,-path", "-Werror", "-Xdoclint:all,-missing")) {
            GeneratedClass network = new GeneratedClass(loader, "net.Network");
            assertThat(network.number("worst", "", 2, 3)).isLessThan(1e-14);
            assertThat(network.number("worst", "", 20, 35)).as("other sizes").isLessThan(1e-13);
            assertThat(network.number("worst", "wrong step", 20, 35)).isGreaterThan(1e-3);
            for (String fault : List.of("missing transpose", "detached branch", "stale buffer", "wrong step")) {
                assertThat(network.number("worst", fault, 2, 3)).as(fault).isGreaterThan(1e-3);
            }
        }
    }

    private int compare(List<String> systems) throws Exception {
        List<ArrayCase> cases = new ArrayList<>();
        for (String system : systems) {
            String name = "case" + cases.size();
            CodeRequest request = TorchTargetTest.request(name, system);
            GeneratedFiles files = DjlTarget.generate(request);
            files.write(folder);
            ArrayCase c = ArrayCase.of(name, request, files, SEED);
            copy("Driver.java", name, driver(c));
            cases.add(c);
        }
        int met = 0;
        try (URLClassLoader loader =
                SourceFolder.compile(folder, "-Xlint:all,-path", "-Werror", "-Xdoclint:all,-missing")) {
            for (ArrayCase c : cases) {
                double[][] rows = (double[][]) new GeneratedClass(loader, c.name() + ".Driver")
                        .call("rows", c.states(), c.t(), c.x(), c.velocities(), c.data(), c.p());
                met += c.compare(Arrays.asList(rows));
            }
        }
        return met;
    }

    /** The calls of the driver, as text. */
    private static String driver(ArrayCase c) {
        String prefix = JavaNames.className(c.name());
        StringBuilder out = new StringBuilder();
        for (String quantity : c.quantities()) {
            String type = prefix + quantity;
            out.append("rows.addAll(quantity(batch, ")
                    .append(String.join(
                            ", ",
                            Stream.of("value", "gradient", "rate", "isDefinedAt")
                                    .map(m -> type + "::" + m)
                                    .toList()))
                    .append("));\n");
        }
        if (c.isWhole()) {
            String weights =
                    String.join(", ", Collections.nCopies(c.quantities().size(), "0.7"));
            for (String meaning : ArrayCase.MEANINGS) {
                for (boolean normalised : new boolean[] {false, true}) {
                    out.append("rows.add(loss(batch, new %sLoss(%sLoss.Meaning.%s, %s, %s)));\n"
                            .formatted(prefix, prefix, meaning, normalised, weights));
                }
            }
        }
        return out.toString();
    }

    private void copy(String name, String place, String calls) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/djl/" + name + ".txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Path file = folder.resolve(place.isEmpty() ? "net" : place).resolve(name);
            Files.writeString(file, text.replace("PACKAGE", place).replace("/* CALLS */", calls));
        }
    }
}
