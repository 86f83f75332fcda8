package dev.prolong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a quantity drifts along a trajectory. */
final class VerifyDataTest {
    @TempDir
    Path folder;

    private Run verify(String data, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), data);
        List<String> all = new ArrayList<>(List.of("verify", "--data", file.toString()));
        all.addAll(List.of(words));
        return Run.of(
                (problem, options) -> {
                    throw new AssertionError("nothing is derived");
                },
                all.toArray(String[]::new));
    }

    @Test
    void theDriftIsTheLargestDistanceFromTheFirstValue() throws IOException {
        String data = "# x, y at t\nt, y, x\n0, 0, 2\n\n1, 1.5, 1\n2, 0, 2.25\n";
        Run run = verify(data, "-e", "x' = y; y' = -x", "--quantity", "x^2 + y^2", "-f", "json");
        assertThat(run.out())
                .contains(
                        "\"points\": 3",
                        "\"initial\": 4.0",
                        "\"drift\": 1.0625",
                        "\"relative\": 0.265625",
                        "\"at\": 2.0");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void derivativesAndParametersAreColumnsOrGiven() throws IOException {
        Run run = verify(
                "t,y,y'\n0,1,0\n1,0,2\n",
                "-e",
                "independent t; y'' = -k*y",
                "--quantity",
                "y'^2 + k*y^2",
                "--set",
                "k=4");
        assertThat(run.out()).contains("begins with 4.00000", "relative: 0.00000");
    }

    /** Semicolons, tabs or blanks where there is no comma, quotation marks, Greek letters, decimal commas. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "t;θ;x\n0;1;2\n1;1;2",
                "t;θ;x\n0,0;1,0;2,0\n1,0;1;2",
                "  t  θ   x  \n  0.0e0  1 2 \n 1 1 2\n",
                "t\tθ\tx\r\n0\t1\t2\r\n1\t1\t2",
                "\uFEFF\"t\",\"θ\",\"x\"\n\"0\",\" 1\",\"2\"\n1,1,2"
            })
    void dataAsOtherProgramsWriteIt(String data) throws IOException {
        Run run = verify(data, "-e", "x' = theta", "--quantity", "x - theta*t");
        assertThat(run.out()).contains("begins with 2.00000 and strays", "1.00000, at 1.00000");
        assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | t.csv:1:1: error: the data has no line of names
            '0,1;1,2;2,3'       | t.csv:1:1: error: the data has no line of names
            't,z'               | t.csv:1:1: error: the data has fewer than two points
            't,z;0,1;1'         | t.csv:3:1: error: 1 values where 2 columns have names
            't,z;0,1;1,two'     | t.csv:3:3: error: two is not a number
            't,z;0,1;1,NaN'     | t.csv:3:3: error: NaN is not a number
            't,z,z;0,1,1;1,2,2' | t.csv:1:5: error: a second column z
            't,y;0,1;1,2'       | t.csv:1:1: error: the data has no column z
            't,z;0,1;1,-2'      | t.csv:3:1: error: the quantity has no real value at this point
            """)
    void badDataIsBadInput(String data, String message) throws IOException {
        Run run = verify(data.replace(';', '\n'), "-e", "z' = z", "--quantity", "log(z) - t");
        assertThat(run.err()).contains(message);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void valuesAreOfNamesThatAreThere() throws IOException {
        String[] known = {"-e", "z' = k*z", "--quantity", "log(z) - c*t", "--set", "k=1", "--set", "c=1"};
        assertThat(verify("t,z\n0,1\n1,2\n", known).out()).contains("begins with 0.00000");
        String[] more = java.util.Arrays.copyOf(known, known.length + 2);
        more[known.length] = "--set";
        more[known.length + 1] = "q=3";
        Run run = verify("t,z\n0,1\n1,2\n", more);
        assertThat(run.err()).contains("--set q=..: neither the system nor a quantity has this name");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void dataNeedsAQuantity() throws IOException {
        assertThat(verify("t,z\n0,1\n", "-e", "z' = z", "--generator", "t: 1").exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
