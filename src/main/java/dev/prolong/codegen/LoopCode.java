package dev.prolong.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.ComponentName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Bodies of methods of systems with vectors and matrices, as loops over flat arrays: their length does not depend on that of the vectors.
 * The arrays written must be others than those read.
 */
final class LoopCode {
    /** The array of results. */
    static final String OUT = "out";

    private static final ArrayEntry VALUE = new ArrayEntry("value", 0);

    private final LoopTerms terms = new LoopTerms();
    private final LoopNests nests = new LoopNests(terms);
    private final LoopCalculus calculus = new LoopCalculus(terms, StableForms.instance());
    private final Map<ISymbol, LoopForm.Cell> places = new HashMap<>();
    private final LoopDetection detection = new LoopDetection(places, terms);
    private final Map<String, String> offsets = new HashMap<>();
    private final Set<String> scalars = new HashSet<>(Set.of(VALUE.array()));

    /** Whether a system has vectors or matrices, and the trees have a form with loops. */
    static boolean applies(CodeRequest request, List<IExpr> trees) {
        return Stream.concat(request.coordinates().stream(), request.system().parameters().stream())
                        .anyMatch(s -> ComponentName.of(s.getSymbolName()).isPresent())
                && trees.stream()
                        .allMatch(e -> Expr.subtrees(e, Expr::isIntegral).isEmpty()
                                && Expr.subtrees(e, Expr::isArbitrary).stream().allMatch(StableForms::isComputed));
    }

    /** A number that is an argument by itself. */
    LoopCode scalar(ISymbol symbol, String name) {
        places.put(symbol, new LoopForm.Cell(name, 0, name));
        scalars.add(name);
        return this;
    }

    /** Symbols that are the entries of an array, from an index on; empty: from the first. */
    LoopCode array(List<ISymbol> symbols, String name, String from) {
        for (int i = 0; i < symbols.size(); i++) {
            places.put(
                    symbols.get(i),
                    new LoopForm.Cell(name, i, part(symbols.get(i).getSymbolName())));
        }
        offsets.put(name, from);
        return this;
    }

    /** The vector or matrix of a component, other names as they are. */
    private static String part(String name) {
        return name.replaceAll("\\[[^\\]]*\\]", "[]");
    }

    /** Where results begin in their array. */
    LoopCode out(String from) {
        offsets.put(OUT, from);
        return this;
    }

    /** {@code t}, {@code x}, {@code p} of a request, x from an index on. */
    static LoopCode of(CodeRequest request, String from) {
        return new LoopCode()
                .scalar(request.system().independent(), "t")
                .array(request.coordinates(), "x", from)
                .array(request.system().parameters(), "p", "");
    }

    /** A tree with loops, in a good order. */
    IExpr tree(IExpr e) {
        return nests.normal(detection.rolled(e));
    }

    /** {@code out[i] = results_i}, in a good order. */
    List<LoopStatement> results(List<IExpr> results) {
        return nests.normal(detection.rolled(results));
    }

    /** {@code Σ weight_i value_i} over all passes of statements, the weights being the entries of an array. */
    IExpr weighted(List<LoopStatement> statements, String weights) {
        List<IExpr> out = new ArrayList<>();
        for (LoopStatement s : statements) {
            IExpr product = Expr.times(terms.entry(s.target().in(weights, 0)), s.value());
            for (int i = s.loops().size() - 1; i >= 0; i--) {
                product = terms.sum(s.loops().get(i), product);
            }
            out.add(product);
        }
        return nests.normal(Expr.plus(out));
    }

    /** Statements as they were found. */
    List<LoopStatement> found(List<IExpr> results) {
        return detection.rolled(results);
    }

    /** A tree with this head over numbers, which may move with counters. */
    IExpr indexed(String head, String[] numbers) {
        List<ISymbol> symbols = new ArrayList<>();
        for (String number : numbers) {
            ISymbol symbol = Expr.symbol("number " + number);
            places.put(symbol, new LoopForm.Cell("number", Integer.parseInt(number), "number"));
            symbols.add(symbol);
        }
        return Expr.apply(Expr.symbol(head), symbols);
    }

    /** The index of an entry for which a symbol stands, in terms of its counters. */
    String index(IExpr entry, Function<LoopCounter, String> names) {
        return terms.entry(entry).orElseThrow().index("", names);
    }

    /** The rate of a tree when arrays move along others. */
    IExpr along(IExpr e, Map<String, String> directions) {
        return nests.normal(calculus.along(e, directions));
    }

    Optional<IExpr> squareNorm(IExpr e, String array) {
        return calculus.squareNorm(e, array, nests).map(nests::normal);
    }

    /** The derivatives of a tree by the entries of arrays, each array's from an index of the results on. */
    List<LoopStatement> gradient(IExpr e, Map<String, Integer> from) {
        return nests.normal(calculus.backwards(
                e,
                List.of(),
                Expr.ONE,
                y -> Optional.ofNullable(from.get(y.array())).map(i -> y.in(OUT, i))));
    }

    /** The derivatives of results by the entries of an array, {@code columns} in number, row by row. */
    List<LoopStatement> jacobian(List<LoopStatement> results, String array, int columns) {
        List<LoopStatement> out = new ArrayList<>();
        for (LoopStatement s : results) {
            Function<ArrayEntry, Optional<ArrayEntry>> place = y ->
                    y.array().equals(array) ? Optional.of(y.in(OUT, 0).plus(s.target(), columns)) : Optional.empty();
            out.addAll(calculus.backwards(s.value(), s.loops(), Expr.ONE, place));
        }
        return nests.normal(out);
    }

    /** {@code return e}. */
    CodeBlock returned(IExpr e) {
        CodeBlock.Builder code = CodeBlock.builder();
        writer(new JavaNames(Arguments.RESERVED), code).write("return", e);
        return code.build();
    }

    /** Code that fills the results from an index on, up to {@code length} of them. */
    CodeBlock filled(List<LoopStatement> statements, int begin, int length) {
        CodeBlock.Builder code = CodeBlock.builder();
        JavaNames fresh = new JavaNames(Arguments.RESERVED);
        List<LoopStatement> shifted = statements.stream()
                .map(s -> new LoopStatement(s.target().in(OUT, begin), s.loops(), s.value()))
                .toList();
        fill(shifted, List.of(), begin, length, fresh, writer(fresh, code), code);
        return code.build();
    }

    /** The same, and a value, which is returned; what both need is computed once. */
    CodeBlock filledAndReturned(List<LoopStatement> statements, int length, IExpr value) {
        List<LoopStatement> parts = new ArrayList<>();
        for (IExpr term : Expr.terms(value)) {
            Optional<IExpr> sum = Expr.factors(term).stream()
                    .filter(f -> terms.sum(f).isPresent())
                    .findFirst();
            LoopStatement whole = new LoopStatement(VALUE, List.of(), term);
            parts.add(sum.flatMap(terms::sum)
                    .map(s -> new LoopStatement(
                            VALUE, List.of(s.counter()), Expr.times(Expr.divide(term, sum.orElse(Expr.ONE)), s.body())))
                    .orElse(whole));
        }
        CodeBlock.Builder code = CodeBlock.builder();
        JavaNames fresh = new JavaNames(Arguments.RESERVED);
        LoopWriter writer = writer(fresh, code);
        if (parts.stream().allMatch(s -> s.loops().isEmpty())) {
            fill(statements, List.of(), 0, length, fresh, writer, code);
            writer.write("return", value);
            return code.build();
        }
        code.addStatement("double $N = 0.0", fresh.fresh(VALUE.array()));
        fill(statements, parts, 0, length, fresh, writer, code);
        return code.addStatement("return $N", VALUE.array()).build();
    }

    private LoopWriter writer(JavaNames fresh, CodeBlock.Builder code) {
        return new LoopWriter(terms, offsets, scalars, fresh, code);
    }

    private void fill(
            List<LoopStatement> statements,
            List<LoopStatement> more,
            int begin,
            int length,
            JavaNames fresh,
            LoopWriter writer,
            CodeBlock.Builder code) {
        BitSet assignedIndices = new BitSet();
        BitSet addedIndices = new BitSet();
        List<LoopStatement> assigned = new ArrayList<>();
        List<LoopStatement> added = new ArrayList<>();
        for (LoopStatement s : statements) {
            boolean first = !s.reduces() && s.isInjective() && !assignedIndices.intersects(s.indices());
            (first ? assigned : added).add(s);
            (first ? assignedIndices : addedIndices).or(s.indices());
        }
        zero(assignedIndices, begin, begin + length, fresh, code);
        List<LoopStatement> initial = assigned.stream()
                .filter(s -> addedIndices.intersects(s.indices()))
                .toList();
        assigned.removeAll(initial);
        added.addAll(more);
        writer.write(initial, List.of());
        writer.write(assigned, added);
    }

    private void zero(BitSet met, int begin, int end, JavaNames fresh, CodeBlock.Builder code) {
        List<int[]> ranges = new ArrayList<>();
        for (int from = met.nextClearBit(begin); from < end; from = met.nextClearBit(from)) {
            int next = met.nextSetBit(from);
            int to = next < 0 || next > end ? end : next;
            ranges.add(new int[] {from, to});
            from = to;
        }
        if (!ranges.isEmpty()) {
            int[] r = {ranges.get(0)[0], ranges.get(ranges.size() - 1)[1]};
            String i = fresh.copy().fresh("i");
            code.beginControlFlow("for (int $N = $L; $N < $L; $N++)", i, r[0], i, r[1], i)
                    .addStatement("out[$L$N] = 0.0", offset(), i)
                    .endControlFlow();
        }
    }

    private String offset() {
        String from = offsets.getOrDefault(OUT, "");
        return from.isEmpty() ? "" : from + " + ";
    }
}
