package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Interruption;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Problem;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.IntegralSearch;
import dev.prolong.pipeline.Options;
import dev.prolong.symmetry.SymmetryAlgebra;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in, exit code and messages out; the derivation itself is played by an engine that finds nothing. */
final class ProgramTest {
    private static final String COSINE = "docs/examples/cosine.ode";

    @TempDir
    Path folder;

    /** Finds nothing, and says so where a time limit is set. */
    private static DerivationResult nothing(Problem problem, Options options) {
        DifferentialSystem system = problem.system();
        CaseResult overall = new CaseResult(
                Optional.empty(),
                system,
                new DeterminingSystem(List.of(), List.of()),
                new SymmetryAlgebra(Optional.empty(), false, List.of(), List.of(), Optional.empty(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of());
        List<String> limits = options.limit().map(l -> List.of("time limit")).orElse(List.of());
        return new DerivationResult(
                system,
                problem.ansatz().orElse(AnsatzChoice.of(AnsatzChoice.Kind.AUTO)),
                overall,
                List.of(),
                List.of(),
                limits,
                Map.of("total", 0.25));
    }

    private static Run run(String... words) {
        return Run.of(ProgramTest::nothing, words);
    }

    @Test
    void aResultGoesToStandardOutput() {
        Run run = run("derive", COSINE);
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("cosine\n")
                .contains("z' = cos(θ₁ z + θ₂)")
                .doesNotContain("Timings");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void picturesAreWrittenBesideMarkdown() throws Exception {
        Path report = folder.resolve("my.first report.md");
        assertThat(run("explain", COSINE, "--output", report.toString()).exit()).isEqualTo(ExitCode.DONE);
        assertThat(report).content().contains("](my.first%20report-1.svg)");
        assertThat(folder.resolve("my.first report-1.svg")).content().startsWith("<svg ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    derive                                        | what system?
                    derive a.ode --expr z'=z                      | exclude each other
                    derive missing.ode                            | there is no such file
                    derive docs                                   | it is a directory
                    derive docs/examples/cosine.ode --format word | unknown format word
                    derive docs/examples/cosine.ode -o docs       | it is a directory
                    derive docs/examples/cosine.ode -o no/x.txt   | there is no directory
                    derive --fast                                 | Unknown option
                    derive a b                                    | Unmatched argument
                    derive --time-limit=-1 -e z'=z                | a positive number of seconds
                    derive --time-limit=soon -e z'=z              | soon
                    derive --rules none -e z'=z                   | it is no directory
                    solve                                         | solve
                    generate -e z'=z --target cobol               | unknown target
                    generate -e z'=z --package 1.2                | no name of a package
                    batch missing.jsonl                           | there is no such file
                    """)
    void wrongUsageEndsWithTwo(String words, String message) {
        Run run = run(words.strip().split(" "));
        assertThat(run.err())
                .startsWith("prolong: ")
                .contains(message)
                .hasLineCount(run.err().contains("Try: ") ? 2 : 1);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        assertThat(run().exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run().err()).contains("derive").contains("generate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z' = cos(z", "z' = kos(z)", "", "z = 1"})
    void badInputEndsWithThree(String input) {
        Run run = run("derive", "--expr", input);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).startsWith("--expr:1:").contains("error: ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aLimitEndsWithFourAndPrintsWhatWasFound() {
        Run run = run("derive", COSINE, "--time-limit", "0.5");
        assertThat(run.exit()).isEqualTo(ExitCode.LIMIT);
        assertThat(run.out()).contains("Limits reached", "time limit");
        assertThat(run.err()).contains("time limit");
        assertThat(run("derive", COSINE, "--time-limit", "0.5", "--quiet").err())
                .isEmpty();
    }

    @Test
    void aBugEndsWithSeventyAndAShortReport() {
        Run run = Run.of(
                (problem, limit) -> {
                    throw new IllegalStateException("seven is not prime");
                },
                "derive",
                COSINE);
        assertThat(run.exit()).isEqualTo(ExitCode.BUG);
        assertThat(run.err())
                .contains("a bug in prolong", "seven is not prime", COSINE)
                .satisfies(report -> assertThat(report.lines().count()).isBetween(5L, 15L));
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(run("--version").out()).startsWith("prolong ");
        assertThat(run("--help").out()).contains("derive", "generate", "batch", "Exit codes:", "70");
        assertThat(run("derive", "--help").out()).contains("--expr", "--activation", "--time-limit", "--ansatz");
        assertThat(run("--help").exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theFormatFollowsTheOutputFile() throws IOException {
        for (String name : List.of("r.json", "r.md", "r.tex", "r.html", "r.txt")) {
            Run run = run("derive", COSINE, "--output", folder.resolve(name).toString());
            assertThat(run.out()).isEmpty();
            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        }
        assertThat(folder.resolve("r.json")).content().startsWith("{");
        assertThat(folder.resolve("r.md")).content().startsWith("# cosine");
        assertThat(folder.resolve("r.tex")).content().startsWith("\\documentclass");
        assertThat(folder.resolve("r.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(folder.resolve("r.txt")).content().startsWith("cosine\n");
    }

    @Test
    void standardInputIsAFileToo() {
        Run run = Run.with(ProgramTest::nothing, "y'' = -y\n", Map.of(), "derive", "-", "--format", "json");
        assertThat(run.out()).contains("\"order\": 2", "\"rhs\": \"-y\"");
    }

    @Test
    void anActivationStandsForItsModel() {
        assertThat(run("derive", "--activation", "x/(1+exp(-x))").out()).contains("θ₁ z + θ₂");
        Run known = run("derive", "--activation", "tanh", "--backpropagation", "--format", "json");
        assertThat(known.out()).contains("\"states\": [\"u\", \"v\", \"w\", \"z\"]");
        assertThat(run("derive", "--activation", "tanhh").exit()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void theOptionAnsatzWinsOverTheFile() {
        assertThat(run("derive", COSINE, "--ansatz", "polynomial 2", "-f", "json")
                        .out())
                .contains("\"ansatz\": \"polynomial 2\"");
        assertThat(run("derive", COSINE, "--ansatz", "cubic").exit()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void theKnownActivationsAreListed() {
        Run names = run("activations", "--names");
        assertThat(names.out().lines()).hasSizeGreaterThan(50).contains("logistic, sigmoid, expit");
        Run some = run("activations", "tanh", "relu");
        assertThat(some.out()).contains("σ = tanh(x)", "S = log(|sinh(x)|)", "x < 0, x > 0", "Where x > 0:");
        Run json = run("activations", "tanh", "--format", "json");
        assertThat(json.out())
                .contains("\"S\": \"log(abs(sinh(x)))\"", "\"value\": \"asinh(exp(y))\"", "[\"x < 0\", \"x > 0\"]");
        assertThat(run("activations", "tanhh").err()).contains("unknown activation tanhh");
        assertThat(run("activations", "--format", "html").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void howFarToSearchIsPassedOn() {
        for (IntegralSearch search : IntegralSearch.values()) {
            Run run = Run.of(
                    (problem, options) -> {
                        assertThat(options.integrals()).isEqualTo(search);
                        return nothing(problem, options);
                    },
                    "derive",
                    COSINE,
                    "--integrals",
                    search.text());
            assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        }
        assertThat(run("derive", COSINE, "--integrals", "all").err()).contains("unknown search all");
    }

    @Test
    void workThatIgnoresTheLimitIsLeft() {
        Engine stuck = (problem, options) -> {
            while (true) {
                Interruption.poll();
            }
        };
        long start = System.nanoTime();
        Run run = Run.of(stuck, "derive", COSINE, "--time-limit", "0.2");
        assertThat(run.exit()).isEqualTo(ExitCode.LIMIT);
        assertThat(run.err()).isEqualTo("prolong: limit reached: time limit\n");
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
    }

    @Test
    void theStackAndTheMemoryAreLimitsToo() {
        Engine deep = (problem, options) -> {
            throw new StackOverflowError();
        };
        Engine large = (problem, options) -> {
            throw new OutOfMemoryError();
        };
        for (Engine engine : List.of(deep, large)) {
            Run run = Run.of(engine, "derive", COSINE);
            assertThat(run.exit()).isEqualTo(ExitCode.LIMIT);
            assertThat(run.err()).startsWith("prolong: limit reached: ").hasLineCount(1);
        }
    }

    @Test
    void textKeepsToAsciiWhereTheLocaleDoes() {
        String ascii = Run.with(ProgramTest::nothing, "", Map.of("LC_ALL", "C"), "derive", COSINE)
                .out();
        assertThat(ascii).contains("z' = cos(theta1*z + theta2)").matches("\\p{ASCII}*");
        assertThat(run("derive", COSINE, "--ascii").out()).isEqualTo(ascii);
        assertThat(Run.with(ProgramTest::nothing, "", Map.of("LANG", "de_DE.UTF-8"), "derive", COSINE)
                        .out())
                .contains("θ₁");
    }

    @Test
    void timingsAreShownOnRequest() {
        assertThat(run("derive", COSINE, "--timings").out()).contains("total: 0.250 s");
    }

    @Test
    void aBatchAnswersLineByLine() throws IOException {
        Path in = folder.resolve("in.jsonl");
        Path out = folder.resolve("out.jsonl");
        Files.writeString(in, """
                {"id": "a", "equation": "y' = y", "vars": ["x", "y"], "params": [], "functions": []}
                {"id": "b", "equations": ["x' = a*y", "y' = -x"], "vars": ["t", "x", "y"], "params": ["a"]}

                {"id": "c", "source": "z' = cos(z", "ansatz": "separable"}
                nonsense
                """);
        Run run = run("batch", in.toString(), "--output", out.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("0: 2, 3: 2");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("{\"id\": \"a\",\"exit\": 0,").contains("\"independent\": \"x\"");
        assertThat(lines.get(1)).contains("\"states\": [\"x\", \"y\"]", "\"parameters\": [\"a\"]");
        assertThat(lines.get(2)).contains("\"exit\": 3", "never closed");
        assertThat(lines.get(3)).contains("\"exit\": 3", "not JSON");
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, 0", "No space left on device, 2"})
    void aClosedOutputIsNoFailureButAFullDiskIs(String reason, int exit) {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        Terminal terminal =
                new Terminal(java.io.InputStream.nullInputStream(), closed, OutputStream.nullOutputStream(), Map.of());
        Session session = new Session(terminal, ProgramTest::nothing, WarmStart.begin());
        assertThat(new Program(session).run("derive", COSINE)).isEqualTo(exit);
    }

    @Test
    void theSourceOfEveryExampleIsRead() throws IOException {
        try (var files = Files.list(Path.of("docs", "examples"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".ode")).sorted())
                    .allSatisfy(
                            f -> assertThat(run("derive", f.toString()).exit()).isZero());
        }
    }
}
