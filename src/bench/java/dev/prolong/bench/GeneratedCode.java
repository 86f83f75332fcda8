package dev.prolong.bench;

import dev.prolong.Prolong;
import dev.prolong.codegen.JavaTarget;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Derives a model, generates its first quantity, compiles and loads it. */
final class GeneratedCode {
    private static final String ADAPTER = """
            package bench;

            public final class Adapter implements dev.prolong.bench.Quantity {
                @Override
                public void valuesAndGradients(
                        int n, double[] t, double[] x, double[] p, double[] out, double[] gradients) {
                    ModelI1.valuesAndGradients(n, t, x, p, out, gradients);
                }
            }
            """;

    private GeneratedCode() {}

    static Quantity of(String rightSide) {
        try {
            Path folder = Files.createTempDirectory("prolong-bench");
            JavaTarget.generate(Prolong.derive("system model; z' = " + rightSide), "bench", "prolong generate")
                    .write(folder);
            Files.writeString(folder.resolve("bench/Adapter.java"), ADAPTER);
            List<String> options = new ArrayList<>(
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
            try (Stream<Path> files = Files.list(folder.resolve("bench"))) {
                files.filter(f -> f.toString().endsWith(".java")).forEach(f -> options.add(f.toString()));
            }
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(new String[0])) != 0) {
                throw new IllegalStateException("the generated code does not compile");
            }
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, GeneratedCode.class.getClassLoader());
            return (Quantity) loader.loadClass("bench.Adapter").getConstructor().newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
