package dev.prolong.verification;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Interruption;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.SourceText;
import dev.prolong.source.Span;
import dev.prolong.syntax.Greek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Points along a solution, as comma-separated values: a line of names (of the independent variable, the states, and whatever else a
 * quantity needs), then a line of numbers for each point. Where the first line has no comma, semicolons, tabs or blanks separate, and numbers
 * may have a decimal comma. Cells may stand in quotation marks. Empty lines and lines that begin with {@code #} are passed over.
 */
public final class Trajectory {
    private static final String SEPARATORS = ",;\t";

    private final SourceText source;
    private final Diagnostics diagnostics;
    private final List<String> columns;
    private final List<double[]> points = new ArrayList<>();
    private final List<Span> places = new ArrayList<>();
    private Span header = Span.START;
    private char separator = ',';

    private Trajectory(SourceText source) {
        this.source = source;
        this.diagnostics = new Diagnostics(source);
        this.columns = new ArrayList<>();
    }

    /**
     * Reads a trajectory.
     *
     * @throws dev.prolong.source.DiagnosticException if the text is not one; with the place
     */
    public static Trajectory read(SourceText source) {
        Trajectory trajectory = new Trajectory(source);
        String text = source.text();
        int start = 0;
        while (start < text.length() && !trajectory.diagnostics.isFull()) {
            Interruption.poll();
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            trajectory.line(new Span(start, end));
            start = end + 1;
        }
        trajectory.check();
        return trajectory;
    }

    private void line(Span span) {
        String line = source.slice(span);
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (columns.isEmpty()) {
            separator = separator(line);
        }
        List<Span> cells = cells(span);
        if (columns.isEmpty()) {
            header = span;
            if (cells.stream().allMatch(c -> parsed(c).isPresent())) {
                diagnostics.report(DiagnosticKind.NO_COLUMNS, span);
            }
            for (Span cell : cells) {
                String name = Greek.spellOut(content(cell));
                if (columns.contains(name)) {
                    diagnostics.report(DiagnosticKind.DUPLICATE_COLUMN, cell, name);
                }
                columns.add(name);
            }
        } else if (cells.size() != columns.size()) {
            diagnostics.report(
                    DiagnosticKind.ROW_LENGTH, span, Integer.toString(cells.size()), Integer.toString(columns.size()));
        } else {
            points.add(cells.stream().mapToDouble(this::number).toArray());
            places.add(span);
        }
    }

    private static char separator(String line) {
        return SEPARATORS
                .chars()
                .filter(c -> line.indexOf(c) >= 0)
                .mapToObj(c -> (char) c)
                .findFirst()
                .orElse(line.strip().indexOf(' ') >= 0 ? ' ' : ',');
    }

    private void check() {
        if (columns.isEmpty()) {
            diagnostics.report(DiagnosticKind.NO_COLUMNS, Span.START);
        } else if (diagnostics.isEmpty() && points.size() < 2) {
            diagnostics.report(DiagnosticKind.TOO_FEW_POINTS, header);
        }
        diagnostics.throwIfAny();
    }

    private List<Span> cells(Span line) {
        List<Span> out = new ArrayList<>();
        int start = line.start();
        for (int i = line.start(); i <= line.end(); i++) {
            if (i == line.end() || source.text().charAt(i) == separator) {
                // several blanks are one
                if (separator != ' ' || !source.slice(new Span(start, i)).isBlank()) {
                    out.add(new Span(start, i));
                }
                start = i + 1;
            }
        }
        return out;
    }

    private String content(Span cell) {
        String text = source.slice(cell).strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private double number(Span cell) {
        OptionalDouble value = parsed(cell);
        if (value.isEmpty()) {
            diagnostics.report(DiagnosticKind.NOT_A_NUMBER, cell, content(cell));
        }
        return value.orElse(0);
    }

    private OptionalDouble parsed(Span cell) {
        String text = separator == ',' ? content(cell) : content(cell).replace(',', '.');
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /**
     * How far a quantity strays.
     *
     * @param given values of names that are no columns
     * @throws dev.prolong.source.DiagnosticException where a name has no value, or the quantity none at a point
     */
    public Drift drift(IExpr quantity, Map<ISymbol, Double> given) {
        List<ISymbol> variables = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Double> constants = new ArrayList<>();
        for (ISymbol symbol : Expr.symbols(quantity)) {
            int column = columns.indexOf(symbol.getSymbolName());
            if (column < 0 && !given.containsKey(symbol)) {
                diagnostics.report(DiagnosticKind.MISSING_COLUMN, header, symbol.getSymbolName());
            }
            variables.add(symbol);
            places.add(column);
            constants.add(given.getOrDefault(symbol, 0.0));
        }
        Expr.subtrees(quantity, Expr::isArbitrary)
                .forEach(f -> diagnostics.report(
                        DiagnosticKind.DATA_FUNCTION,
                        header,
                        ArbitraryFunction.name(f).getSymbolName()));
        diagnostics.throwIfAny();
        DoubleEvaluation evaluation = DoubleEvaluation.of(quantity, variables);
        double[] values = new double[points.size()];
        for (int i = 0; i < values.length; i++) {
            Interruption.poll();
            double[] x = new double[variables.size()];
            for (int k = 0; k < x.length; k++) {
                x[k] = places.get(k) < 0 ? constants.get(k) : points.get(i)[places.get(k)];
            }
            values[i] = evaluation.at(x);
            if (!Double.isFinite(values[i])) {
                diagnostics.report(DiagnosticKind.UNDEFINED_AT_POINT, this.places.get(i));
                diagnostics.throwIfAny();
            }
        }
        return drift(values);
    }

    private Drift drift(double[] values) {
        int worst = 0;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i] - values[0]) > Math.abs(values[worst] - values[0])) {
                worst = i;
            }
        }
        double largest = Math.abs(values[worst] - values[0]);
        Optional<Double> relative = values[0] == 0 ? Optional.empty() : Optional.of(largest / Math.abs(values[0]));
        return new Drift(values.length, values[0], largest, relative, points.get(worst)[0]);
    }
}
