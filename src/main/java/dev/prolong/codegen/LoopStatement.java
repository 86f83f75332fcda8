package dev.prolong.codegen;

import java.util.BitSet;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/**
 * {@code target += value} for all values of some counters; the entries of a target together receive the sum over what reaches them.
 *
 * @param loops of the nest, the outermost first
 */
record LoopStatement(ArrayEntry target, List<LoopCounter> loops, IExpr value) {
    LoopStatement {
        loops = List.copyOf(loops);
    }

    /** Whether the value is added over counters on which the target does not depend. */
    boolean reduces() {
        return !target.strides().keySet().containsAll(loops);
    }

    /** The indices of the target. */
    BitSet indices() {
        BitSet out = new BitSet();
        mark(target.base(), 0, out);
        return out;
    }

    /** Whether no index is reached twice. */
    boolean isInjective() {
        long passes = loops.stream().mapToLong(LoopCounter::extent).reduce(1, (a, b) -> a * b);
        return indices().cardinality() == passes;
    }

    private void mark(int index, int depth, BitSet out) {
        if (depth == loops.size()) {
            out.set(index);
            return;
        }
        int stride = target.strides().getOrDefault(loops.get(depth), 0);
        for (int i = 0; i < (stride == 0 ? 1 : loops.get(depth).extent()); i++) {
            mark(index + i * stride, depth + 1, out);
        }
    }
}
