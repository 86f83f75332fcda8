package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.syntax.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/** Reads the encoder and decoder of a network and holds their shapes against its states. */
final class LayerShapes {
    private final DifferentialSystem forward;
    private final Diagnostics diagnostics;

    LayerShapes(DifferentialSystem forward, Diagnostics diagnostics) {
        this.forward = forward;
        this.diagnostics = diagnostics;
    }

    /** The system with the layers around it. */
    DifferentialSystem around(DifferentialSystem whole, Collection<Statement.Layer> statements) {
        if (statements.isEmpty()) {
            return whole;
        }
        Map<Boolean, LinearLayers.Layer> found = new LinkedHashMap<>();
        for (Statement.Layer statement : statements) {
            if (whole.origin().adjoints().isEmpty()) {
                diagnostics.report(DiagnosticKind.LAYER_ALONE, statement.span(), statement.keyword());
            }
            statement.parts().forEach(part -> part.forEach(this::unused));
            read(statement).ifPresent(layer -> found.put(statement.encoder(), layer));
        }
        LinearLayers layers =
                new LinearLayers(Optional.ofNullable(found.get(true)), Optional.ofNullable(found.get(false)));
        boolean agree = layers.encoder()
                .flatMap(e -> layers.decoder().map(d -> d.columns() == e.rows().size()))
                .orElse(true);
        if (!agree) {
            Statement.Layer last = new ArrayList<>(statements).get(statements.size() - 1);
            report(last, "the encoder makes another number of states than the decoder takes");
        }
        return whole.withOrigin(whole.origin().withLayers(layers));
    }

    /** A weight of a layer is no parameter of the network. */
    private void unused(Statement.Declared weight) {
        if (forward.parameters().contains(Expr.symbol(weight.name().text()))) {
            diagnostics.report(
                    DiagnosticKind.NAME_TAKEN, weight.span(), weight.name().text());
        }
    }

    private Optional<LinearLayers.Layer> read(Statement.Layer statement) {
        Map<Integer, List<ISymbol>> rows = new LinkedHashMap<>();
        List<Statement.Declared> matrix = statement.parts().get(0);
        for (Statement.Declared d : matrix) {
            List<Integer> indices = ComponentName.of(d.name().text())
                    .map(ComponentName::indices)
                    .orElse(List.of());
            if (indices.size() > 2) {
                report(statement, "a matrix has two indices");
                return Optional.empty();
            }
            // one index alone counts the states: a column of the encoder, a row of the decoder
            boolean counts = indices.size() == 2 || indices.size() == 1 && statement.encoder();
            rows.computeIfAbsent(counts ? indices.get(0) : 1, k -> new ArrayList<>())
                    .add(Expr.symbol(d.name().text()));
        }
        List<ISymbol> bias = statement.parts().stream()
                .skip(1)
                .flatMap(List::stream)
                .map(d -> Expr.symbol(d.name().text()))
                .toList();
        if (!bias.isEmpty() && bias.size() != rows.size()) {
            report(statement, "its bias has " + bias.size() + " components, its matrix " + rows.size() + " rows");
            return Optional.empty();
        }
        LinearLayers.Layer layer = new LinearLayers.Layer(new ArrayList<>(rows.values()), bias);
        int size = statement.encoder() ? rows.size() : layer.columns();
        int states = forward.states().size();
        if (states % size != 0) {
            report(
                    statement,
                    "it has " + size + (statement.encoder() ? " rows" : " columns") + " for " + states + " states");
            return Optional.empty();
        }
        return Optional.of(layer);
    }

    private void report(Statement.Layer statement, String why) {
        diagnostics.report(DiagnosticKind.LAYER_SHAPE, statement.span(), statement.keyword(), why);
    }
}
