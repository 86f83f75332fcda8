package dev.prolong.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prolong.algebra.Assumption;
import dev.prolong.codegen.GeneratedFiles;
import dev.prolong.codegen.JavaTarget;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.ExplainOptions;
import dev.prolong.report.Format;
import dev.prolong.report.LatexForm;
import dev.prolong.report.ReportOptions;
import dev.prolong.report.UnicodeForm;
import dev.prolong.report.picture.Drawing;
import dev.prolong.report.picture.Pictures;
import dev.prolong.report.picture.Scene;
import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/** Results in the form in which the page reads them. */
final class Answers {
    /** The range of a parameter's slider. */
    private static final double LEAST = 0.05;

    private static final double MOST = 3;

    private Answers() {}

    /** What is wrong with an input, each message with its place: {@code start} and {@code end} count from 0 in the text. */
    static ObjectNode diagnostics(DiagnosticException e) {
        ObjectNode out = Question.JSON.createObjectNode();
        ArrayNode list = out.putArray("errors");
        for (Diagnostic d : e.diagnostics()) {
            list.addObject()
                    .put("message", d.message())
                    .put("hint", d.hint().orElse(""))
                    .put("source", d.source().name())
                    .put("line", d.position().line())
                    .put("column", d.position().column())
                    .put("start", d.span().start())
                    .put("end", d.span().end())
                    .put("text", d.render());
        }
        return out;
    }

    /** A result: the worked solution as HTML, and what the controls are made of. */
    static ObjectNode result(DerivationResult result) {
        ObjectNode out = Question.JSON.createObjectNode();
        out.put("html", Format.fragment(result, ExplainOptions.DEFAULT));
        ArrayNode generators = out.putArray("generators");
        for (int i = 0; i < result.overall().generators().size(); i++) {
            generators.add(
                    Format.vectorField(result.overall().generators().get(i).claim()));
        }
        ArrayNode parameters = out.putArray("parameters");
        Scene.of(result.system())
                .values()
                .forEach((p, value) -> parameters
                        .addObject()
                        .put("name", p.getSymbolName())
                        .put("latex", LatexForm.of(p))
                        .put("value", value)
                        .put("min", sign(result, p) > 0 ? LEAST : -MOST)
                        .put("max", sign(result, p) < 0 ? -LEAST : MOST));
        ArrayNode limits = out.putArray("limits");
        result.limits().forEach(limits::add);
        out.put("picture", picture(result, Map.of(), -2, 0).isPresent());
        return out;
    }

    /** The sign that the assumptions give a parameter, 0 where none. */
    private static int sign(DerivationResult result, ISymbol parameter) {
        for (Assumption a : result.system().assumptions()) {
            if (a.expression().equals(parameter)) {
                switch (a.relation()) {
                    case POSITIVE, NONNEGATIVE -> {
                        return 1;
                    }
                    case NEGATIVE, NONPOSITIVE -> {
                        return -1;
                    }
                    case NONZERO -> {
                        // Either sign.
                    }
                }
            }
        }
        return 0;
    }

    /**
     * The picture of the solutions, moved by a generator.
     *
     * @param values for parameters by name; the others keep their ordinary ones
     * @param generator its index; -1 for none, -2 for the most telling
     */
    static Optional<Drawing> picture(DerivationResult result, Map<String, Double> values, int generator, double eps) {
        Scene ordinary = Scene.of(result.system());
        Map<ISymbol, Double> numbers = new LinkedHashMap<>();
        ordinary.values().forEach((p, v) -> numbers.put(p, values.getOrDefault(p.getSymbolName(), v)));
        Pictures pictures = new Pictures(result.overall(), new Scene(result.system(), numbers), UnicodeForm::name);
        return generator == -2 ? pictures.solutions(eps) : pictures.solutions(generator, eps);
    }

    /** A result to be copied: {@code json}, {@code latex} or {@code java}. */
    static String copy(DerivationResult result, String format) throws RefusedException {
        if (format.equals("java")) {
            GeneratedFiles files = JavaTarget.generate(result, "", "prolong generate");
            StringBuilder out = new StringBuilder();
            files.files().stream().filter(f -> f.path().endsWith(".java")).forEach(f -> out.append(f.content()));
            return out.length() == 0 ? "// No conserved quantity that there can be code for.\n" : out.toString();
        }
        Format known = Format.byName(format)
                .filter(f -> f == Format.JSON || f == Format.LATEX)
                .orElseThrow(() -> new RefusedException(400, "there are json, latex and java"));
        return known == Format.JSON
                ? known.write(result, ReportOptions.DEFAULT)
                : known.explain(result, ExplainOptions.DEFAULT, ReportOptions.DEFAULT);
    }
}
