package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Table;
import dev.prolong.symmetry.AlgebraStructure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IExpr;

/** The commutators of the generators: a table where it is small, else the ones that do not vanish. */
final class AlgebraTable {
    private static final int LARGEST_TABLE = 6;
    private static final int LONGEST_CELL = 16;

    private AlgebraTable() {}

    static List<Block> of(CaseResult result, Notation notation) {
        List<List<IExpr>> commutators = result.commutators();
        int n = commutators.size();
        if (n == 0) {
            // the constants would be Wronskians of kernels
            return result.structure()
                    .<List<Block>>map(s -> List.of(new Paragraph(Prose.words(
                            sentence(s) + " Only an equation that a point transformation takes to a vanishing"
                                    + " highest derivative has as many symmetries."))))
                    .orElse(List.of());
        }
        if (n < 2) {
            return List.of();
        }
        if (commutators.stream().flatMap(List::stream).allMatch(Expr.ZERO::equals)) {
            return List.of(new Paragraph(Prose.words("Abelian: all commutators vanish.")));
        }
        boolean small = n <= LARGEST_TABLE
                && commutators.stream()
                        .flatMap(List::stream)
                        .allMatch(c -> UnicodeForm.of(c).length() <= LONGEST_CELL);
        List<Block> out = new ArrayList<>(small ? table(commutators, notation) : brackets(commutators, notation));
        result.structure().ifPresent(s -> out.add(new Paragraph(Prose.words(sentence(s)))));
        return out;
    }

    /** What kind of algebra it is, in words. */
    private static String sentence(AlgebraStructure s) {
        String kind =
                s.kind().substring(0, 1).toUpperCase(Locale.ROOT) + s.kind().substring(1);
        String name = s.name().map(n -> ": " + n).orElse("");
        String series = s.derivedSeries().size() == 1
                ? "It is its own derived algebra"
                : "Derived series of dimensions "
                        + s.derivedSeries().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String radical = s.isSolvable() || s.isSemisimple() ? "" : " Radical of dimension " + s.radical() + ".";
        return kind + name + ". " + series + "." + radical;
    }

    private static List<Block> table(List<List<IExpr>> commutators, Notation notation) {
        List<String> head = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        head.add(notation.bracket(" ", " "));
        for (int i = 0; i < commutators.size(); i++) {
            String name = notation.name(GeneratorName.of(i + 1));
            head.add(name);
            List<String> row = new ArrayList<>(List.of(name));
            commutators.get(i).forEach(c -> row.add(combination(c, notation)));
            rows.add(row);
        }
        return List.of(new Table(head, rows));
    }

    /** A combination of generators. */
    private static String combination(IExpr c, Notation notation) {
        Map<IExpr, IExpr> names = new LinkedHashMap<>();
        Expr.symbols(c).forEach(s -> names.put(s, Expr.symbol(GeneratorName.ofEngine(s.getSymbolName()))));
        return notation.tree(Expr.substitute(c, names));
    }

    private static List<Block> brackets(List<List<IExpr>> commutators, Notation notation) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < commutators.size(); i++) {
            for (int j = i + 1; j < commutators.size(); j++) {
                IExpr c = commutators.get(i).get(j);
                if (!c.equals(Expr.ZERO)) {
                    String left = notation.bracket(
                            notation.name(GeneratorName.of(i + 1)), notation.name(GeneratorName.of(j + 1)));
                    lines.add(new Line(left, combination(c, notation)));
                }
            }
        }
        return List.of(new Display(lines), new Paragraph(Prose.words("All others vanish.")));
    }
}
