package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Finds the loops in trees over components of vectors and matrices that were written out: terms of a sum, and whole results, that are
 * equal up to indices in arithmetic progression. Nothing is assumed of where the trees come from.
 */
final class LoopDetection {
    private static final ISymbol ASSIGN = Expr.symbol("assign");
    private static final String OUT = "out";

    private final Map<ISymbol, LoopForm.Cell> places;
    private final LoopTerms terms;
    private final Map<IExpr, LoopForm> forms = new HashMap<>();

    /** @param places where the values of symbols stand */
    LoopDetection(Map<ISymbol, LoopForm.Cell> places, LoopTerms terms) {
        this.places = places;
        this.terms = terms;
    }

    /** A tree with its sums as loops. */
    IExpr rolled(IExpr e) {
        return lower(form(e));
    }

    /** The statements {@code out[i] = results_i} as loops. */
    List<LoopStatement> rolled(List<IExpr> results) {
        List<LoopForm> assignments = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            LoopForm out = LoopForm.entry(new LoopForm.Cell(OUT, i, OUT));
            assignments.add(LoopForm.apply(ASSIGN, List.of(out, form(results.get(i)))));
        }
        return merged(assignments).stream().map(this::statement).toList();
    }

    private LoopForm form(IExpr e) {
        LoopForm known = forms.get(e);
        if (known == null) {
            known = newForm(e);
            forms.put(e, known);
        }
        return known;
    }

    private LoopForm newForm(IExpr e) {
        if (!(e instanceof IAST a)) {
            LoopForm.Cell cell = e instanceof ISymbol s ? places.get(s) : null;
            return cell == null ? LoopForm.constant(e) : LoopForm.entry(cell);
        }
        List<LoopForm> parts =
                new ArrayList<>(Expr.arguments(a).stream().map(this::form).toList());
        if (Expr.isSum(e)) {
            parts = merged(parts);
            if (parts.size() == 1) {
                return parts.get(0);
            }
        } else if (Expr.isProduct(e)) {
            parts.sort(LoopForm.ORDER);
        }
        return LoopForm.apply(a.head(), parts);
    }

    private static List<LoopForm> merged(List<LoopForm> parts) {
        Map<String, List<LoopForm>> byShape = new TreeMap<>();
        parts.stream()
                .sorted(LoopForm.ORDER)
                .forEach(p ->
                        byShape.computeIfAbsent(p.key(), k -> new ArrayList<>()).add(p));
        List<LoopForm> out = new ArrayList<>();
        byShape.values().forEach(group -> out.addAll(LoopForm.rolled(group)));
        return out;
    }

    private LoopStatement statement(LoopForm form) {
        List<LoopCounter> counters = new ArrayList<>();
        List<ArrayEntry> entries = entries(form);
        IExpr skeleton = form.skeleton();
        while (isLoop(skeleton)) {
            LoopCounter counter = counter((IAST) skeleton, counters);
            entries = moving((IAST) skeleton, form, entries, counter);
            counters.add(counter);
            skeleton = ((IAST) skeleton).arg2();
        }
        Map<IExpr, IExpr> slots = slots(form, entries);
        ArrayEntry target = entries.get(0);
        return new LoopStatement(target, counters, lower(((IAST) skeleton).arg2(), form, entries, slots, counters));
    }

    private IExpr lower(LoopForm form) {
        List<ArrayEntry> entries = entries(form);
        return lower(form.skeleton(), form, entries, slots(form, entries), List.of());
    }

    private static List<ArrayEntry> entries(LoopForm form) {
        return form.cells().stream()
                .map(c -> new ArrayEntry(c.array(), c.index()))
                .toList();
    }

    private Map<IExpr, IExpr> slots(LoopForm form, List<ArrayEntry> entries) {
        Map<IExpr, IExpr> out = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            out.put(form.slot(i), terms.entry(entries.get(i)));
        }
        return out;
    }

    private IExpr lower(
            IExpr e, LoopForm form, List<ArrayEntry> entries, Map<IExpr, IExpr> slots, List<LoopCounter> around) {
        if (!(e instanceof IAST a)) {
            return slots.getOrDefault(e, e);
        }
        if (isLoop(e)) {
            LoopCounter counter = counter(a, around);
            List<ArrayEntry> moving = moving(a, form, entries, counter);
            List<LoopCounter> inside = new ArrayList<>(around);
            inside.add(counter);
            return terms.sum(counter, lower(a.arg2(), form, moving, slots(form, moving), inside));
        }
        List<IExpr> arguments = Expr.arguments(a).stream()
                .map(x -> lower(x, form, entries, slots, around))
                .toList();
        return Expr.rebuild(a.head(), arguments);
    }

    private static boolean isLoop(IExpr e) {
        return e instanceof IAST a && a.head().equals(LoopForm.LOOP);
    }

    private static LoopCounter counter(IAST loop, List<LoopCounter> around) {
        int extent = ((IRational) loop.arg1()).toBigNumerator().intValueExact();
        return new LoopCounter(
                extent, (int) around.stream().filter(c -> c.extent() == extent).count());
    }

    private static List<ArrayEntry> moving(IAST loop, LoopForm form, List<ArrayEntry> entries, LoopCounter counter) {
        Map<IExpr, Integer> strides = new HashMap<>();
        for (IExpr s : Expr.arguments(loop).subList(2, Expr.arguments(loop).size())) {
            strides.put(
                    ((IAST) s).arg1(),
                    ((IRational) ((IAST) s).arg2()).toBigNumerator().intValueExact());
        }
        List<ArrayEntry> out = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            out.add(entries.get(i).along(counter, strides.getOrDefault(form.slot(i), 0)));
        }
        return out;
    }
}
