package dev.prolong.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.IntegralSearch;
import dev.prolong.pipeline.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pictures show what is so: levels do not cross a pole, closed ones close, and what is conserved does not drift. */
final class PicturesTest {
    private static final Pattern CURVE = Pattern.compile("<path d=\"([^\"]*)\"[^>]*stroke-width=\"1.7\"[^>]*>");
    private static final Window WINDOW = new Window(-3, 3, -3, 3);

    private static List<double[]> segments(DoubleBinaryOperator f) {
        Contours contours = new Contours(WINDOW, f);
        List<double[]> out = new ArrayList<>();
        for (double level : contours.levels(13)) {
            out.addAll(contours.at(level));
        }
        return out;
    }

    @Test
    void levelsDoNotCrossAPole() {
        for (double pole : new double[] {-0.5, -0.013, 0.3001}) {
            List<double[]> segments = segments((t, z) -> Math.log(Math.abs(Math.sinh(z - pole))) - t);
            assertThat(segments).hasSizeGreaterThan(500).noneMatch(s -> (s[1] - pole) * (s[3] - pole) < 0);
        }
    }

    @Test
    void levelsOfASmoothFunctionAreWhole() {
        // On circles inside the window each end of a segment is the end of another.
        Contours contours = new Contours(WINDOW, (x, y) -> x * x + y * y);
        List<double[]> segments = contours.at(4.1);
        assertThat(segments).hasSizeGreaterThan(200);
        for (double[] s : segments) {
            assertThat(segments.stream()
                            .filter(o -> meets(s[0], s[1], o) || meets(s[2], s[3], o))
                            .count())
                    .isEqualTo(3);
        }
    }

    private static boolean meets(double x, double y, double[] s) {
        return Math.hypot(x - s[0], y - s[1]) < 1e-12 || Math.hypot(x - s[2], y - s[3]) < 1e-12;
    }

    private static Pictures pictures(String source, IntegralSearch integrals) {
        CaseResult result =
                Prolong.derive(source, Options.DEFAULT.withIntegrals(integrals)).overall();
        return new Pictures(result, Scene.of(result.system()), UnaryOperator.identity());
    }

    @Test
    void whatIsConservedStaysAtRounding() {
        // From the first start the two bodies all but collide, which no steps of one length follow.
        String svg = pictures("x'' = -x/(x^2 + y^2)^(3/2); y'' = -y/(x^2 + y^2)^(3/2)", IntegralSearch.QUICK)
                .drift()
                .orElseThrow()
                .svg();
        Matcher curve = CURVE.matcher(svg);
        int curves = 0;
        while (curve.find()) {
            curves++;
            double highest = Pattern.compile("-?[0-9.]+[ ,](-?[0-9.]+)")
                    .matcher(curve.group(1))
                    .results()
                    .mapToDouble(m -> Double.parseDouble(m.group(1)))
                    .min()
                    .orElseThrow();
            assertThat(highest).isGreaterThan(new Axes(new Window(0, 4, -17, 1)).y(-9));
        }
        assertThat(curves).isGreaterThanOrEqualTo(2);
    }

    @Test
    void printedQuantitiesStandBesideTheExactOne() {
        Drawing drift = pictures("z' = cos(theta1*z + theta2)", IntegralSearch.FULL)
                .drift()
                .orElseThrow();
        assertThat(drift.svg()).contains("(printed)");
        assertThat(drift.caption()).contains("`eps1` = ", "`theta1` = 1");
    }

    @Test
    void thePlaneIsWhereTheQuantityLives() {
        Drawing levels = pictures(
                        "parameters a > 0, b > 0, c > 0, d > 0; x' = a*x - b*x*y; y' = c*x*y - d*y",
                        IntegralSearch.QUICK)
                .levels()
                .orElseThrow();
        assertThat(levels.svg()).contains(">4<").doesNotContain(">−1<");
    }
}
