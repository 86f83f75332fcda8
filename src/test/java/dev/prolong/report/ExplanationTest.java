package dev.prolong.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.Problem;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.pipeline.Pipeline;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.ISymbol;

/** The worked solution: its parts in their order, references that lead somewhere, nothing from outside, nothing taken for markup. */
final class ExplanationTest {
    private static final ExplainOptions BLANKS = new ExplainOptions(ExplainOptions.Detail.NORMAL, true);
    private static final Pattern REFERENCE = Pattern.compile("href=\"#(step-\\d+)\"");

    private static String explain(Format format, String equation, ExplainOptions options) {
        return format.explain(Prolong.derive(equation), options, ReportOptions.DEFAULT);
    }

    @Test
    void theStagesStandInTheOrderOfTheDerivation() {
        String text = explain(Format.TEXT, "z' = cos(theta1*z + theta2)", ExplainOptions.DEFAULT);
        List<String> headings = Stream.of(
                        "The problem",
                        "Prolongation of the generator",
                        "Invariance condition",
                        "Splitting into determining equations",
                        "Solution of the determining equations",
                        "Generators",
                        "The algebra",
                        "Groups",
                        "Conserved quantities",
                        "Verification",
                        "References")
                .map(h -> "  " + h + "\n")
                .toList();
        assertThat(text).containsSubsequence(headings);
    }

    @Test
    void whereFormsAreTriedInTurnTheDerivationIsToldOnce() {
        for (String equation : List.of("y' = sin(x^2*y) + exp(x*y^3)", "x' = y^2 + 1; y' = x*y*t")) {
            String text = explain(Format.TEXT, equation, ExplainOptions.DEFAULT);
            for (String heading : List.of("Prolongation of the generator", "Invariance condition")) {
                assertThat(text).containsOnlyOnce("  " + heading + "\n");
            }
        }
        assertThat(explain(Format.TEXT, "y' = sin(x^2*y) + exp(x*y^3)", ExplainOptions.DEFAULT))
                .contains("Classical forms")
                .doesNotContain("0 of 0");
        assertThat(explain(Format.TEXT, "x' = y^2 + 1; y' = x*y*t", ExplainOptions.DEFAULT))
                .contains("Narrower form");
    }

    @Test
    void numberedNamesHaveOneSubscriptInLatex() {
        String latex = explain(
                Format.LATEX,
                "parameters T, X; x' = x*y + X*t; y' = y^2 + sin(x) + T; ansatz polynomial 1",
                ExplainOptions.DEFAULT);
        assertThat(latex).contains("X_{1,\\,").doesNotContain("}_{");
    }

    @Test
    void everyReferenceLeadsToAnEarlierStep() {
        String html = explain(Format.HTML, "z' = cos(theta1*z + theta2)", ExplainOptions.DEFAULT);
        List<MatchResult> references = REFERENCE.matcher(html).results().toList();
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(r ->
                        assertThat(html.indexOf("id=\"" + r.group(1) + "\"")).isBetween(0, r.start()));
    }

    @Test
    void theHtmlNeedsNothingFromOutside() {
        String html = explain(Format.HTML, "z' = z", ExplainOptions.DEFAULT);
        String policy = html.substring(html.indexOf("Content-Security-Policy"), html.indexOf("<style>"));
        assertThat(policy).contains("default-src 'none'").doesNotContain("http", "script-src 'unsafe");
        assertThat(html.split("<script", -1)).hasSize(3);
        String page = html.replaceAll("(?s)<script>.*?</script>", "").replaceAll("data:font/[^)]*", "data:");
        assertThat(page).doesNotContainPattern("(src|href)=\"(?!#|data:)").doesNotContainPattern("url\\((?!data:)");
    }

    @Test
    void blanksHideEveryResultAndOfferHintAndSolution() {
        String html = explain(Format.HTML, "z' = z^2", BLANKS);
        assertThat(html).contains("<summary>Hint</summary>", "<summary>Solution</summary>");
        String afterProblem = html.substring(html.indexOf("Prolongation of the generator"));
        assertThat(afterProblem.replaceAll("(?s)<details>.*?</details>", "")).doesNotContain("\\mathbf{X}_{1} &amp;=");
        String tex = explain(Format.LATEX, "z' = z^2", BLANKS);
        assertThat(tex.substring(0, tex.indexOf("section*{Answers}"))).doesNotContain("\\mathbf{X}_{1} &=");
        assertThat(tex.substring(tex.indexOf("section*{Answers}"))).contains("\\mathbf{X}_{1} &=");
    }

    @Test
    void briefIsShorterThanNormal() {
        ExplainOptions brief = new ExplainOptions(ExplainOptions.Detail.BRIEF, false);
        assertThat(explain(Format.MARKDOWN, "z' = z", brief).length())
                .isLessThan(explain(Format.MARKDOWN, "z' = z", ExplainOptions.DEFAULT)
                        .length());
        assertThat(explain(Format.TEXT, "z' = z", brief))
                .contains("  (1) Prolongation. [Olver, theorem 2.36]\n", "(3) Substitution. From (2).\n")
                .doesNotContain("written out");
    }

    @Test
    void fullShowsWhatNormalLeavesOut() {
        ExplainOptions full = new ExplainOptions(ExplainOptions.Detail.FULL, false);
        String equation = "z' = cos(theta1*z + theta2)";
        String[] more = {
            "Before the replacement:", "taken as the factor:", "linearised equations, before it is simplified:"
        };
        assertThat(explain(Format.MARKDOWN, equation, full)).contains(more);
        assertThat(explain(Format.MARKDOWN, equation, ExplainOptions.DEFAULT)).doesNotContain(more);
    }

    @Test
    void aStepThatSaysTheSameAsAnotherRefersToIt() {
        String text = explain(Format.TEXT, "x' = x - x*y; y' = x*y - y", ExplainOptions.DEFAULT);
        assertThat(text).containsOnlyOnce("No coordinate is free").contains("as in (4).");
    }

    @Test
    void specialParametersComeAfterTheGenericCase() {
        String text = explain(Format.TEXT, "z' = a*cos(z)", ExplainOptions.DEFAULT);
        assertThat(text).containsSubsequence("Prolongation", "Generators", "Special parameters: a = 0", "Generators");
        assertThat(text).doesNotContain("Piece");
    }

    @Test
    void collectedFunctionsAreNamed() {
        String text = explain(Format.TEXT, "y'' = y^-3", ExplainOptions.DEFAULT);
        assertThat(text).contains("X_yy = 0    [y'³]", "(X, Y) = (x², x y)");
    }

    @Test
    void latexHasThePicturesOfHtml() {
        String equation = "z' = cos(theta1*z + theta2)";
        String html = explain(Format.HTML, equation, ExplainOptions.DEFAULT);
        String tex = explain(Format.LATEX, equation, ExplainOptions.DEFAULT);
        assertThat(tex.split("begin\\{picture}", -1)).hasSameSizeAs(html.split("<figure>", -1));
        assertThat(tex).contains(" RG ", " l ", "\\makebox[0pt][r]");
    }

    @Test
    void eachPieceOfAPiecewiseSystemHasItsOwnChapter() {
        String text = explain(Format.TEXT, "z' = max(z, 2*z)", ExplainOptions.DEFAULT);
        assertThat(text).contains("Piece 1", "Piece 2", "The pieces together", "Smooth piece.");
    }

    /** The parser lets no such name through; a library's user can still make one. */
    @ParameterizedTest
    @ValueSource(strings = {"a</script><script>alert(1)</script>", "b\\input{x}$", "c\" onload=\"x", "d}&%#^_~"})
    void hostileNamesAreNoMarkup(String name) {
        ISymbol z = Expr.symbol(name);
        DifferentialSystem system = new DifferentialSystem(
                name, Expr.symbol("t"), List.of(), List.of(), List.of(new Equation(z, 1, z)), List.of());
        DerivationResult result = Pipeline.derive(new Problem(system, Optional.empty()), Options.DEFAULT);
        String html = Format.HTML.explain(result, ExplainOptions.DEFAULT, ReportOptions.DEFAULT);
        String page =
                html.replaceFirst("(?s)<style>.*?</style>", "").replaceFirst("(?s)<script>!function.*</script>", "");
        assertThat(page).doesNotContain("<script", "\" onload=");
        String tex = Format.LATEX.explain(result, ExplainOptions.DEFAULT, ReportOptions.DEFAULT);
        assertThat(tex).doesNotContain("\\input{");
        String markdown = Format.MARKDOWN.explain(result, ExplainOptions.DEFAULT, ReportOptions.DEFAULT);
        assertThat(markdown).doesNotContainPattern("(?<!\\\\)<script");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void markupInMessagesIsEscaped(Format format) {
        String report = format.explain(CosineResult.make(), ExplainOptions.DEFAULT, ReportOptions.DEFAULT);
        assertThat(report).endsWith("\n");
        if (format == Format.HTML) {
            assertThat(report).contains("cut &lt;after&gt; 4 orders").doesNotContain("<after>");
        }
        if (format == Format.LATEX) {
            assertThat(report).contains("100 \\% of it, T\\_t \\& so on");
        }
    }

    @Test
    void referencesInLatexLeadToTheirSteps() {
        String tex = explain(Format.LATEX, "z' = cos(theta1*z + theta2)", ExplainOptions.DEFAULT);
        List<String> targets = Pattern.compile("\\\\hypertarget\\{(step\\d+)}")
                .matcher(tex)
                .results()
                .map(r -> r.group(1))
                .toList();
        assertThat(targets).doesNotHaveDuplicates();
        assertThat(Pattern.compile("\\\\hyperlink\\{(step\\d+)}")
                        .matcher(tex)
                        .results()
                        .map(r -> r.group(1)))
                .isNotEmpty()
                .isSubsetOf(targets);
    }

    @Test
    void markdownHasItsPicturesBesideIt() {
        DerivationResult result = Prolong.derive("z' = cos(theta1*z + theta2)");
        Written report = Format.MARKDOWN.explain(result, ExplainOptions.DEFAULT, ReportOptions.DEFAULT, "my report");
        assertThat(report.pictures()).containsOnlyKeys("my report-1.svg", "my report-2.svg");
        assertThat(report.pictures().values()).allMatch(svg -> svg.startsWith("<svg "));
        assertThat(report.text()).contains("](my%20report-1.svg)", "](my%20report-2.svg)");
        assertThat(Format.HTML
                        .explain(result, ExplainOptions.DEFAULT, ReportOptions.DEFAULT, "x")
                        .pictures())
                .isEmpty();
    }

    @Test
    void hintsFitTheLawAndAreGivenOnce() {
        String markdown = explain(Format.MARKDOWN, "lagrangian L = (x'^2 + y'^2)/2 + 1/sqrt(x^2 + y^2)", BLANKS);
        assertThat(markdown)
                .containsOnlyOnce("Which symmetry changes the Lagrangian")
                .doesNotContain("Divide the equation by the characteristic")
                .contains("Euler–Lagrange equations", "L &=");
    }

    @Test
    void generalisedSymmetriesAreNamedByTheirCharacteristic() {
        assertThat(explain(Format.TEXT, "lagrangian L = (x'^2 + y'^2)/2 + 1/sqrt(x^2 + y^2)", ExplainOptions.DEFAULT))
                .contains("Q  = (");
    }

    @Test
    void theSolutionSaysOnWhichBranchItHolds() {
        assertThat(explain(Format.TEXT, "z' = cos(theta1*z + theta2)", ExplainOptions.DEFAULT))
                .containsSubsequence("Inverse function.", "arctan", "−π/2 < θ₁ z + θ₂ < π/2");
    }

    @Test
    void equivalencesAreDerivedFromTheForwardModel() {
        String text = explain(
                Format.TEXT,
                "states z[1..2]; parameters W[1..2,1..2], b[1..2]; function s;"
                        + " z[i]' = s(sum(j in 1..2, W[i,j]*z[j]) + b[i]) for i in 1..2; backpropagation; ansatz equivalence",
                ExplainOptions.DEFAULT);
        assertThat(text)
                .containsSubsequence(
                        "Written with vectors", "forward model", "ξ_W₁,₁", "Z₁⁽¹⁾ = D_t Z₁", "Invariance condition");
    }

    @Test
    void theGeneratorIsNotCalledLikeAnInfinitesimal() {
        assertThat(explain(Format.TEXT, "y'' = y^-3", ExplainOptions.DEFAULT)).contains("V = X ∂_x + Y ∂_y");
        assertThat(explain(Format.TEXT, "independent t; y'' = y^-3", ExplainOptions.DEFAULT))
                .contains("X = T ∂_t + Y ∂_y");
    }

    @Test
    void powersOfTheParameterComeLast() {
        assertThat(explain(Format.TEXT, "y' = y", ExplainOptions.DEFAULT)).contains("x̄ = x + ε");
    }
}
