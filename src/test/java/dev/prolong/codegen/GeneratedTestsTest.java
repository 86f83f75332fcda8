package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.Prolong;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JUnit tests that are generated on request: they compile, pass, and fail where the code beside them is wrong. */
final class GeneratedTestsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"z' = cos(theta1*z + theta2)", "z' = tanh(theta1*z + theta2)", "x'' = -k*x"})
    void theyPass(String model) throws Exception {
        generate(model);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void theyFailForAWrongGradient() throws Exception {
        generate("z' = cos(theta1*z + theta2)");
        Path file = folder.resolve("g/ModelI1.java");
        String text = Files.readString(file);
        String wrong = text.replaceFirst("out\\[to \\+ 2\\] = ", "out[to + 2] = 1.01 * ");
        assertThat(wrong).isNotEqualTo(text);
        Files.writeString(file, wrong);
        assertThatThrownBy(this::run).hasRootCauseInstanceOf(AssertionError.class);
    }

    private void generate(String model) throws IOException {
        CodeRequest request = CodeRequest.of(Prolong.derive("system model; " + model), "g", "prolong generate");
        JavaTarget.generateWithTests(request).write(folder);
    }

    /** How many tests of the class for I1 ran; throws what the first failing one throws. */
    private int run() throws Exception {
        int ran = 0;
        try (URLClassLoader loader = SourceFolder.compile(folder)) {
            Class<?> type = loader.loadClass("g.ModelI1Test");
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            for (Method m : type.getDeclaredMethods()) {
                if (m.isAnnotationPresent(Test.class)) {
                    m.setAccessible(true);
                    m.invoke(constructor.newInstance());
                    ran++;
                }
            }
        }
        return ran;
    }
}
