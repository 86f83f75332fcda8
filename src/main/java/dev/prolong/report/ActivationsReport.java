package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.equation.ActivationRule;
import dev.prolong.pipeline.ActivationFacts;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** The known activations: each with its quadrature {@code S = ∫ dx/σ}, the inverse of that, and where they hold. */
public final class ActivationsReport {
    private ActivationsReport() {}

    /** As text for a terminal. */
    public static String text(List<ActivationFacts> activations, ReportOptions options) {
        Notation notation = Format.TEXT.notation(options);
        List<Section> sections = new ArrayList<>();
        activations.forEach(a -> sections.add(section(a, notation)));
        return TextReport.of(new Document("Activations", sections), options);
    }

    private static Section section(ActivationFacts facts, Notation notation) {
        ActivationRule rule = facts.rule();
        Prose heading = Prose.words(String.join(", ", rule.names()));
        List<Block> blocks = new ArrayList<>();
        for (ActivationFacts.Piece piece : facts.pieces()) {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(notation.name("sigma"), notation.display(piece.sigma())));
            piece.quadrature().ifPresent(s -> lines.add(new Line("S", notation.display(s))));
            for (Inverse.Branch branch : piece.inverse()) {
                lines.add(new Line(notation.name(rule.variable()), notation.display(branch.value())));
            }
            piece.condition()
                    .ifPresent(c -> blocks.add(new Paragraph(
                            Prose.words("Where ").math(notation.tree(c)).then(":"))));
            blocks.add(new Display(lines));
            if (!piece.domain().isEmpty()) {
                blocks.add(new Paragraph(Prose.words("One smooth function for each of: ")
                        .list(piece.domain().stream().map(notation::tree).toList())
                        .then(".")));
            }
        }
        if (!facts.complete()) {
            blocks.add(new Paragraph(Prose.words("The time limit was reached here.")));
        }
        return new Section(2, heading, blocks);
    }

    /** As one JSON object. */
    public static String json(List<ActivationFacts> activations) {
        JsonWriter json = JsonWriter.pretty();
        json.object();
        json.key("schema").value(JsonReport.SCHEMA);
        json.key("activations").array();
        activations.forEach(a -> activation(json, a));
        json.end();
        json.end();
        return json + "\n";
    }

    private static void activation(JsonWriter json, ActivationFacts facts) {
        ActivationRule rule = facts.rule();
        json.object();
        json.key("name").value(rule.name());
        json.key("aliases").strings(rule.names().subList(1, rule.names().size()));
        json.key("variable").value(InputForm.of(rule.variable()));
        json.key("parameters").object();
        int open = rule.openParameters().size();
        for (int i = 0; i < rule.parameters().size(); i++) {
            json.key(InputForm.of(rule.parameters().get(i)));
            if (i < open) {
                json.nothing();
            } else {
                json.value(InputForm.of(rule.defaults().get(i - open)));
            }
        }
        json.end();
        json.key("sigma").value(InputForm.of(rule.at(rule.variable())));
        expression(json, "S", quadrature(facts));
        json.key("pieces").array();
        facts.pieces().forEach(p -> piece(json, p));
        json.end();
        json.key("complete").value(facts.complete());
        json.end();
    }

    /** S as one expression, where every piece has one. */
    private static Optional<IExpr> quadrature(ActivationFacts facts) {
        List<ActivationFacts.Piece> pieces = facts.pieces();
        if (pieces.isEmpty() || pieces.stream().anyMatch(p -> p.quadrature().isEmpty())) {
            return Optional.empty();
        }
        List<Expr.Branch> branches = new ArrayList<>();
        for (ActivationFacts.Piece piece : pieces.subList(0, pieces.size() - 1)) {
            branches.add(new Expr.Branch(
                    piece.condition().orElseThrow(), piece.quadrature().orElseThrow()));
        }
        IExpr last = pieces.get(pieces.size() - 1).quadrature().orElseThrow();
        return Optional.of(branches.isEmpty() ? last : Expr.piecewise(branches, last));
    }

    private static void piece(JsonWriter json, ActivationFacts.Piece piece) {
        json.object();
        expression(json, "condition", piece.condition());
        json.key("sigma").value(InputForm.of(piece.sigma()));
        expression(json, "S", piece.quadrature());
        json.key("inverse").array();
        for (Inverse.Branch branch : piece.inverse()) {
            json.object();
            json.key("condition").value(InputForm.of(branch.condition()));
            json.key("value").value(InputForm.of(branch.value()));
            expression(json, "period", branch.period());
            json.end();
        }
        json.end();
        json.key("domain").strings(JsonReport.expressions(piece.domain()));
        json.end();
    }

    private static void expression(JsonWriter json, String key, Optional<IExpr> value) {
        json.key(key);
        value.ifPresentOrElse(v -> json.value(InputForm.of(v)), json::nothing);
    }
}
