package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's claims: verdicts, exit codes, counterexamples. */
final class VerifyCommandTest {
    private static final String COSINE = "docs/examples/cosine.ode";

    private static Run verify(String... words) {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(words));
        return Run.of(
                (problem, limit) -> {
                    throw new AssertionError("nothing is derived");
                },
                all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --generator | t: 1, z: 0                                            | 0 | proved
            --generator | T=1, Z=0                                              | 0 | proved
            --generator | T = t, Z = cos(theta1*z+theta2)*gd(theta1*z+theta2)   | 3 | unknown function gd
            --generator | t: t, z: cos(theta1*z+theta2)*atanh(sin(theta1*z+theta2))/theta1 | 0 | proved
            --generator | z: c*cos(theta1*z + theta2)                           | 0 | proved
            --generator | t: 1, z: c                                            | 5 | conditional: holds if c = 0
            --generator | t: 1, z: 1                                            | 1 | the linearised equation of z is
            --generator | t: 1, q: 1                                            | 3 | q is no coordinate
            --generator | t: 1, t: 2                                            | 3 | t is claimed twice
            --generator | theta2: 1, z: -1/theta1                               | 0 | proved
            --quantity  | t - atanh(sin(theta1*z + theta2))/theta1              | 0 | proved
            --quantity  | k*t - atanh(sin(theta1*z + theta2))                   | 5 | holds if k = θ₁
            --quantity  | z - t                                                 | 1 | the rate of change along solutions is
            --quantity  | 5                                                     | 1 | the gradient of this constant is 0
            --quantity  | z' - cos(theta1*z + theta2)                           | 1 | constant
            --quantity  | z''                                                   | 3 | cannot be used here
            --quantity  | z -                                                   | 3 | --quantity:1:4
            """)
    void aClaimHasItsVerdictAndExitCode(String kind, String claim, int exit, String word) {
        Run run = verify(COSINE, kind, claim);
        assertThat(run.out() + run.err()).contains(word);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/verification/wrong-claims.csv",
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true)
    void mutatedClaimsAreRefutedByAPoint(String system, String kind, String claim) {
        Run run = verify("--expr", system, kind, claim, "--format", "json");
        assertThat(run.out()).contains("\"verdict\": \"refuted\"", "\"point\": {", "\"residual\": \"");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUTED);
    }

    /**
     * What "Symmetry-regularized neural ordinary differential equations" prints and what holds in its place, typed as claims: they are
     * judged on all solutions, not on the one with whose constants a printed form is written.
     */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/verification/printed-claims.csv",
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true)
    void printedClaims(String name, String system, String kind, String claim, int exit, String condition) {
        Run run = verify("--expr", system, kind, claim, "--format", "json");
        String verdict = Map.of(0, "proved", 1, "refuted", 5, "conditional").get(exit);
        assertThat(run.out())
                .contains(
                        "\"verdict\": \"" + verdict + "\"",
                        "\"condition\": " + (condition == null ? "null" : "\"" + condition + "\""));
        assertThat(run.out().contains("\"point\": {")).isEqualTo(exit == ExitCode.REFUTED);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            z' = 1 | sqrt(-1 - z^2) - t                    | neither proved nor refuted: 0 points could be examined
            z' = 1 | log(-1 - z^2) - t                     | no point was found where it fails
            z' = 1 | (lambertw(2*exp(2)) - 2)*z^2 + c*z - t | whether a number is zero was not decided
            z' = 1 | lambertw(exp(z - t)*exp(exp(z - t))) - exp(z - t) | it may be a constant
            """)
    void whatIsNotDecidedEndsWithSix(String system, String quantity, String reason) {
        Run run = verify("--expr", system, "--quantity", quantity);
        assertThat(run.out()).contains("undecided", reason);
        assertThat(run.exit()).isEqualTo(ExitCode.UNDECIDED);
    }

    @Test
    void ofSeveralClaimsTheWorstCounts() {
        Run run = verify(
                "--expr",
                "z' = z",
                "--generator",
                "t: 1",
                "--generator",
                "z: z^2",
                "--quantity",
                "z*exp(-t)",
                "-f",
                "json");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUTED);
        assertThat(run.out())
                .contains("\"claim\": \"t: 1\"", "\"claim\": \"z: z^2\"", "\"claim\": \"z*exp(-t)\"")
                .containsSubsequence("\"verdict\": \"refuted\"", "\"proved\"", "\"refuted\"", "\"proved\"");
    }

    @Test
    void everyFormatIsWritten() {
        for (String format : List.of("text", "json", "markdown", "latex", "html")) {
            Run run = verify(COSINE, "--generator", "z: z", "--format", format, "--timings");
            assertThat(run.out()).contains("refuted");
            assertThat(run.exit()).isEqualTo(ExitCode.REFUTED);
        }
    }

    @Test
    void theDeterminingEquationsThatFailAreNamed() {
        String[] claim = {"--expr", "y'' = y^-3", "--generator", "x: x, y: y"};
        assertThat(verify(claim).out())
                .contains("    Y_xx + Y_y/y³ − 2 X_x/y³ + 3 Y(x, y)/y⁴ = 2/y³")
                .doesNotContain("X_yy");
        List<String> json = new ArrayList<>(List.of(claim));
        json.addAll(List.of("--format", "json"));
        assertThat(verify(json.toArray(String[]::new)).out()).contains("\"failing\": [", "\"value\": \"2/y^3\"");
        assertThat(verify(COSINE, "--generator", "t: 1, z: 0").out()).doesNotContain("does not satisfy");
        assertThat(verify("--expr", "z' = max(z, 2*z)", "--generator", "t: t, z: 0")
                        .out())
                .contains("refuted")
                .doesNotContain("does not satisfy");
    }

    @Test
    void aClaimIsNeeded() {
        assertThat(verify(COSINE).err()).contains("what claim?");
        assertThat(verify(COSINE).exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anActivationOfTheSystemCanBeNamed() {
        Run run = Run.with(
                (problem, limit) -> {
                    throw new AssertionError();
                },
                "z' = tanh(a*z)\n",
                Map.of(),
                "verify",
                "-",
                "--generator",
                "z: sigmoid(z)");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUTED);
    }
}
