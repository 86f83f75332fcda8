package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ArrayLaw;
import dev.prolong.conservation.PairingForm;
import dev.prolong.conservation.TrainingLaw;
import dev.prolong.equation.ComponentName;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;

/** Laws of backpropagation and of training that are vectors and matrices, each as a whole. */
final class ArrayLaws {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private final CaseResult result;
    private final Notation notation;
    private final Set<String> arrays = new LinkedHashSet<>();

    ArrayLaws(CaseResult result, Notation notation) {
        this.result = result;
        this.notation = notation;
        DifferentialSystem system = result.system();
        Stream.of(system.states(), system.parameters(), system.origin().layers().weights())
                .flatMap(List::stream)
                .flatMap(s -> ComponentName.of(s.getSymbolName()).stream())
                .forEach(c -> arrays.add(c.array()));
    }

    List<Block> blocks() {
        List<Block> out = new ArrayList<>();
        Map<ArrayLaw, String> laws = new LinkedHashMap<>();
        Map<ArrayLaw, String> identities = new LinkedHashMap<>();
        Map<Integer, Map<ArrayLaw, String>> constants = new LinkedHashMap<>();
        for (int i = 0; i < result.conserved().size(); i++) {
            Optional<PairingForm> pairing = result.conserved().get(i).claim().pairing();
            String name = notation.name("I" + (i + 1));
            pairing.map(PairingForm::law).filter(ArrayLaw::isOfArrays).ifPresent(law -> laws.put(law, name));
            Optional<TrainingLaw> training = pairing.flatMap(PairingForm::training);
            training.ifPresent(law -> identities.put(law.law(), "0"));
            training.flatMap(TrainingLaw::constant)
                    .ifPresent(m -> constants
                            .computeIfAbsent(m.degree(), k -> new LinkedHashMap<>())
                            .put(m.law(), ""));
        }
        add(Prose.words("In vectors and matrices:"), lines(laws), out);
        add(Prose.words("For the gradients g of any loss, whatever the data:"), lines(identities), out);
        constants.forEach((degree, all) -> add(kept(degree), lines(all), out));
        return out;
    }

    private Prose kept(int degree) {
        Prose words = Prose.words("Gradient flow keeps M");
        if (degree > 0) {
            IExpr decay = Expr.exp(Expr.times(Expr.integer(-degree), Expr.symbol("lambda"), Expr.symbol("tau")));
            words.then("; with weight decay λ it goes like ").math(notation.tree(decay));
            words.then("; a step of gradient descent of rate η ").then(degree == 1 ? "keeps it" : "adds η² M(g) to it");
        }
        return words.then(":");
    }

    private static void add(Prose words, List<Line> lines, List<Block> out) {
        if (!lines.isEmpty()) {
            out.add(new Paragraph(words));
            out.add(new Display(lines));
        }
    }

    /** A line for each law all of whose entries are there, and for each entry of the others. */
    private List<Line> lines(Map<ArrayLaw, String> values) {
        Map<String, List<ArrayLaw>> parts = new LinkedHashMap<>();
        values.keySet()
                .forEach(law -> parts.computeIfAbsent(law.whole(), k -> new ArrayList<>())
                        .add(law));
        List<Line> out = new ArrayList<>();
        for (List<ArrayLaw> entries : parts.values()) {
            List<Integer> shape = entries.get(0).shape();
            int size = shape.stream().reduce(1, (a, b) -> a * b);
            if (shape.isEmpty() || entries.size() < size) {
                entries.forEach(e -> out.add(line(formula(e.text()), values.getOrDefault(e, ""))));
            } else {
                out.add(line(formula(entries.get(0).whole()), array(entries, shape, values)));
            }
        }
        return out;
    }

    private static Line line(String formula, String value) {
        return value.isEmpty() ? new Line("M", formula) : new Line(formula, value);
    }

    /** The values in their places; one value where all are the same. */
    private String array(List<ArrayLaw> entries, List<Integer> shape, Map<ArrayLaw, String> values) {
        Map<List<Integer>, String> places = new LinkedHashMap<>();
        entries.forEach(e -> places.put(e.at(), values.getOrDefault(e, "")));
        if (places.values().stream().distinct().count() == 1) {
            return places.values().iterator().next();
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= shape.get(0); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 1; j <= (shape.size() == 1 ? 1 : shape.get(1)); j++) {
                row.add(places.getOrDefault(shape.size() == 1 ? List.of(i) : List.of(i, j), ""));
            }
            rows.add(row);
        }
        return notation.array(rows);
    }

    private String formula(String law) {
        StringBuilder out = new StringBuilder();
        Matcher name = NAME.matcher(law);
        int from = 0;
        while (name.find()) {
            signs(law, from, name.start(), out);
            out.append(name(name.group()));
            from = name.end();
        }
        signs(law, from, law.length(), out);
        return out.toString();
    }

    /** Blanks around plus and minus are no products. */
    private void signs(String law, int from, int to, StringBuilder out) {
        for (int i = from; i < to; i++) {
            char c = law.charAt(i);
            boolean beside = c == ' ' && ("+-".indexOf(law.charAt(i - 1)) >= 0 || "+-".indexOf(law.charAt(i + 1)) >= 0);
            out.append(beside ? " " : notation.sign(c));
        }
    }

    /** An array keeps the digits of its name, which are no index. */
    private String name(String name) {
        boolean array = arrays.contains(name) || name.startsWith("g_");
        return array ? notation.name(name + "[]").replace("[]", "") : notation.name(name);
    }
}
