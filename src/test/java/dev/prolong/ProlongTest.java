package dev.prolong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prolong.report.Format;
import dev.prolong.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The library's entry. */
final class ProlongTest {
    private static final List<String> SYSTEMS = List.of(
            "z' = cos(theta1*z + theta2)\nansatz separable",
            "z' = tanh(a*z + b)\nansatz separable",
            "z' = z^2\nansatz separable",
            "z' = exp(-z)\nansatz separable",
            "z' = r*z*(1 - z/k)\nansatz separable",
            "z' = piecewise(z < 0: z/10, otherwise: z)\nansatz separable",
            "z' = 1/(1 + z^2)\nansatz separable",
            "z' = z/(1 + exp(-z))\nansatz separable");

    private static String derived(String system) {
        return Prolong.write(Prolong.derive(system), Format.JSON).replaceAll("\"timings\": \\{[^}]*}", "");
    }

    @Test
    void severalThreadsGetWhatOneGets() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(SYSTEMS.size());
        try {
            List<Future<String>> parallel = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                SYSTEMS.forEach(s -> parallel.add(pool.submit(() -> derived(s))));
            }
            for (int i = 0; i < parallel.size(); i++) {
                assertThat(parallel.get(i).get()).isEqualTo(derived(SYSTEMS.get(i % SYSTEMS.size())));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void claimsAreVerified() {
        assertThat(Prolong.verifyGenerator("z' = z", "t: 1").word()).isEqualTo("proved");
        assertThat(Prolong.verifyQuantity("z' = z", "z*exp(-t)").word()).isEqualTo("proved");
        assertThat(Prolong.verifyQuantity("z' = z", "z - t").word()).isEqualTo("refuted");
        assertThat(Prolong.verifyQuantity("z' = z", "z*exp(-k*t)").word()).isEqualTo("conditional");
    }

    @Test
    void whatIsWrongHasAPlace() {
        assertThatThrownBy(() -> Prolong.derive("z' = kos(z)"))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("<source>:1:6: error: unknown function kos");
    }
}
