package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A tree apart from where its numbers come from: a skeleton with slots, and for each slot the entry of an array that fills it. Trees with
 * one skeleton whose indices are in arithmetic progression are passes of a loop; that loop is again such a form, with the head
 * {@link #LOOP}: its extent, the skeleton of a pass, and how far each slot moves.
 */
record LoopForm(IExpr skeleton, List<LoopForm.Cell> cells, String key) {
    static final ISymbol LOOP = Expr.symbol("loop over passes");
    static final ISymbol STRIDE = Expr.symbol("stride of a slot");

    /** Of forms of one shape: by where they are. */
    static final Comparator<LoopForm> ORDER = Comparator.comparing(LoopForm::key)
            .thenComparing((a, b) -> {
                for (int i = 0; i < a.cells().size(); i++) {
                    int order = Integer.compare(
                            a.cells().get(i).index(), b.cells().get(i).index());
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            });

    /**
     * An entry of an array.
     *
     * @param part of the array to which it belongs: only entries of one part are passes of a loop
     */
    record Cell(String array, int index, String part) {}

    LoopForm {
        cells = List.copyOf(cells);
    }

    static LoopForm entry(Cell cell) {
        return of(slot(cell.part(), 0), List.of(cell));
    }

    static LoopForm constant(IExpr e) {
        return of(e, List.of());
    }

    private static LoopForm of(IExpr skeleton, List<Cell> cells) {
        return new LoopForm(skeleton, cells, skeleton.toString());
    }

    /** What fills the number-th place. */
    static ISymbol slot(String part, int number) {
        return Expr.symbol("slot " + number + " of " + part);
    }

    ISymbol slot(int number) {
        return slot(cells.get(number).part(), number);
    }

    /** The form of {@code head(parts..)}. */
    static LoopForm apply(IExpr head, List<LoopForm> parts) {
        List<Cell> cells = new ArrayList<>();
        List<IExpr> skeletons = new ArrayList<>();
        for (LoopForm part : parts) {
            skeletons.add(part.shifted(cells.size()));
            cells.addAll(part.cells());
        }
        return of(Expr.rebuild(head, skeletons), cells);
    }

    private IExpr shifted(int by) {
        if (by == 0 || cells.isEmpty()) {
            return skeleton;
        }
        Map<IExpr, IExpr> renamed = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            renamed.put(slot(i), slot(cells.get(i).part(), i + by));
        }
        return Expr.substitute(skeleton, renamed);
    }

    /** Forms of one shape put together to loops as far as they are passes of some; sorted by {@link #ORDER}. */
    static List<LoopForm> rolled(List<LoopForm> passes) {
        int n = passes.size();
        if (n < 2 || passes.get(0).cells().isEmpty()) {
            return passes;
        }
        int longest = 2;
        while (longest < n && passes.get(longest).isAfter(passes.get(longest - 1), passes.get(1), passes.get(0))) {
            longest++;
        }
        for (int length = longest; length >= 2; length--) {
            if (n % length == 0 && inBlocks(passes, length)) {
                List<LoopForm> heads = new ArrayList<>();
                for (int i = 0; i < n; i += length) {
                    heads.add(passes.get(i).loop(length, passes.get(i + 1)));
                }
                return rolled(heads);
            }
        }
        return passes;
    }

    /** Whether the step from another form to this one is the step between two more. */
    private boolean isAfter(LoopForm before, LoopForm to, LoopForm from) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).index() - before.cells.get(i).index()
                    != to.cells.get(i).index() - from.cells.get(i).index()) {
                return false;
            }
        }
        return true;
    }

    private static boolean inBlocks(List<LoopForm> passes, int length) {
        for (int i = 0; i < passes.size(); i++) {
            if (i % length != 0 && !passes.get(i).isAfter(passes.get(i - 1), passes.get(1), passes.get(0))) {
                return false;
            }
        }
        return true;
    }

    private LoopForm loop(int extent, LoopForm second) {
        List<IExpr> arguments = new ArrayList<>();
        arguments.add(Expr.integer(extent));
        arguments.add(skeleton);
        for (int i = 0; i < cells.size(); i++) {
            int stride = second.cells.get(i).index() - cells.get(i).index();
            if (stride != 0) {
                arguments.add(Expr.apply(STRIDE, List.of(slot(i), Expr.integer(stride))));
            }
        }
        return of(Expr.apply(LOOP, arguments), cells);
    }
}
