package dev.prolong.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prolong.Prolong;
import dev.prolong.pipeline.DerivationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each form of report holds, and that nothing in a name or message is taken for markup. */
final class ReportsTest {
    private static final DerivationResult COSINE = CosineResult.make();

    @Test
    void jsonIsTheSchemaOfTheContract() throws Exception {
        JsonNode json = new ObjectMapper().readTree(Format.JSON.write(COSINE, ReportOptions.DEFAULT));
        assertThat(json.get("schema").asText()).isEqualTo("prolong/1");
        assertThat(json.at("/system/equations/0/rhs").asText()).isEqualTo("cos(theta1*z + theta2)");
        assertThat(json.at("/assumptions/0").asText()).isEqualTo("theta1 != 0");
        assertThat(json.at("/symmetries/dimension").asInt()).isEqualTo(3);
        assertThat(json.at("/symmetries/complete").asBoolean()).isTrue();
        assertThat(json.at("/symmetries/general/t").asText()).isEqualTo("c3*t + c1");
        assertThat(json.at("/symmetries/generators/1/infinitesimals/z").asText())
                .isEqualTo("cos(theta1*z + theta2)");
        assertThat(json.at("/symmetries/generators/0/domain").isNull()).isTrue();
        assertThat(json.at("/symmetries/commutators/2/0").asText()).isEqualTo("-X1");
        assertThat(json.at("/conserved/0/verdict").asText()).isEqualTo("proved");
        assertThat(json.at("/conserved/1/counterexample/point/z").asText()).isEqualTo("0.2");
        assertThat(json.has("solution")).isFalse();
        assertThat(json.get("kernels").isArray()).isTrue();
        assertThat(json.at("/timings/total").asDouble()).isEqualTo(0.5);
    }

    @Test
    void textIsReadableInATerminal() {
        String text = Format.TEXT.write(COSINE, ReportOptions.DEFAULT);
        assertThat(text)
                .contains("z' = cos(θ₁ z + θ₂)", "X₂ = cos(θ₁ z + θ₂) ∂_z", "3 of 3 found: complete.", "θ₁ ≠ 0");
        assertThat(text.lines()).allMatch(l -> TextWidth.of(l) <= 90);
    }

    @Test
    void asciiTextIsAscii() {
        String text = Format.TEXT.write(COSINE, new ReportOptions(80, true, true));
        assertThat(text).matches("\\p{ASCII}*").contains("X2 = cos(theta1*z + theta2) d/dz", "total");
        assertThat(text.lines()).allMatch(l -> l.length() <= 80);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameResultGivesTheSameReport(Format format) {
        assertThat(format.write(COSINE, ReportOptions.DEFAULT))
                .isEqualTo(format.write(CosineResult.make(), ReportOptions.DEFAULT))
                .endsWith("\n");
    }

    @Test
    void markupInWordsIsEscaped() {
        assertThat(Format.LATEX.write(COSINE, ReportOptions.DEFAULT)).contains("100 \\% of it, T\\_t \\& so on");
        assertThat(Format.HTML.write(COSINE, ReportOptions.DEFAULT)).contains("cut &lt;after&gt; 4 orders");
        assertThat(Format.MARKDOWN.write(COSINE, ReportOptions.DEFAULT)).contains("cut \\<after\\> 4 orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\input{x}", "a}b{c", "$$", "50%", "~^_&#", "é漢\u0000"})
    void latexTextHasNoCommands(String hostile) {
        assertThat(LatexText.escape(hostile)).matches("\\p{ASCII}*").doesNotContain("\\input", "$$");
    }

    @Test
    void formulasBreakOutsideBrackets() {
        assertThat(TextLines.formula("aaaa (bbbb + cccc) + dddd + eeee", 22))
                .isEqualTo(List.of("aaaa (bbbb + cccc)", "+ dddd + eeee"));
        assertThat(LatexLines.broken("aaaa (bbbb + cccc) + \\frac{dddd + eeee}{2}", 20))
                .isEqualTo(List.of("aaaa (bbbb + cccc)", "+ \\frac{dddd + eeee}{2}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"TEXT", "MARKDOWN", "LATEX", "HTML"})
    void functionsKnownByTheirEquationsAreIntroduced(Format format) {
        String report = format.write(Prolong.derive("y'' = x*y"), ReportOptions.DEFAULT);
        assertThat(report).contains("Functions in the answer");
    }

    @Test
    void theLawsOfFunctionsStandInTheText() {
        String report = Format.TEXT.write(Prolong.derive("y'' = x*y"), ReportOptions.DEFAULT);
        assertThat(report).contains("K₁' = K₂", "K₂' = x K₁");
        assertThat(Format.TEXT.write(COSINE, ReportOptions.DEFAULT)).doesNotContain("Functions in the answer");
    }
}
