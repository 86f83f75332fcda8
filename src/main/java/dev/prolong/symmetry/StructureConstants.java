package dev.prolong.symmetry;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.LinearSystem;
import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The structure constants {@code [X_i, X_j] = Σ_k C_ij^k X_k} of a basis. Source: Olver, section 1.4. */
public final class StructureConstants {
    private StructureConstants() {}

    /** The commutator table, each entry as a combination of the names; empty where some bracket is not in the span. */
    public static Optional<List<List<IExpr>>> table(
            List<Generator> basis, List<ISymbol> names, List<Assumption> assumptions) {
        int n = basis.size();
        List<List<IExpr>> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            out.add(new ArrayList<>(java.util.Collections.nCopies(n, Expr.ZERO)));
        }
        if (n < 2 || MatrixPowers.areCommuting(basis, assumptions)) {
            return Optional.of(out);
        }
        Optional<Residues> residues = residues(basis, assumptions);
        if (residues.isPresent() && residues.get().one().constants().isEmpty()) {
            return Optional.empty();
        }
        int pair = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                int number = pair++;
                int second = j;
                int first = i;
                Optional<IExpr> entry = residues.flatMap(r -> rational(r, first, second, number, names))
                        .or(() -> combination(
                                LieBracket.of(basis.get(first), basis.get(second)), basis, names, assumptions));
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                out.get(i).set(j, entry.get());
                out.get(j).set(i, Expr.negate(entry.get()));
            }
        }
        return Optional.of(out);
    }

    /** The constants modulo one prime for two draws of the parameters, and what they must satisfy exactly. */
    private record Residues(
            PrimeField prime, BracketResidues.Outcome one, BracketResidues.Outcome other, ExactBrackets exact) {}

    private static Optional<Residues> residues(List<Generator> basis, List<Assumption> assumptions) {
        List<ISymbol> coordinates = basis.get(0).coordinates();
        List<IExpr> all =
                basis.stream().flatMap(x -> x.infinitesimals().stream()).toList();
        try {
            DifferentialField field = DifferentialField.of(all, new LinkedHashSet<>(coordinates), assumptions);
            List<List<FieldElement>> elements = basis.stream()
                    .map(x -> x.infinitesimals().stream().map(field::element).toList())
                    .toList();
            for (PrimeField prime : PrimeField.ALL.subList(0, 6)) {
                Optional<BracketResidues.Outcome> one = BracketResidues.of(elements, field, coordinates, prime, 1);
                Optional<BracketResidues.Outcome> other = BracketResidues.of(elements, field, coordinates, prime, 2);
                if (one.isPresent() && other.isPresent()) {
                    return Optional.of(new Residues(
                            prime, one.get(), other.get(), new ExactBrackets(field, coordinates, elements)));
                }
            }
            return Optional.empty();
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }

    /** The bracket where its coordinates are the same rational numbers for both draws, and exactly so. */
    private static Optional<IExpr> rational(Residues residues, int i, int j, int pair, List<ISymbol> names) {
        if (residues.one().constants().isEmpty() || residues.other().constants().isEmpty()) {
            return Optional.empty();
        }
        long[] one = residues.one().constants().get().get(pair);
        long[] other = residues.other().constants().get().get(pair);
        List<IExpr> coordinates = new ArrayList<>();
        for (int k = 0; k < one.length; k++) {
            Optional<PrimeField.Fraction> q =
                    one[k] == other[k] ? residues.prime().rational(one[k]) : Optional.empty();
            if (q.isEmpty()) {
                return Optional.empty();
            }
            coordinates.add(Expr.rational(q.get().numerator(), q.get().denominator()));
        }
        if (!residues.exact().isBracket(i, j, coordinates)) {
            return Optional.empty();
        }
        List<IExpr> terms = new ArrayList<>();
        for (int k = 0; k < one.length; k++) {
            terms.add(Expr.times(coordinates.get(k), names.get(k)));
        }
        return Optional.of(Expr.plus(terms));
    }

    private static Optional<IExpr> combination(
            Generator bracket, List<Generator> basis, List<ISymbol> names, List<Assumption> assumptions) {
        List<IExpr> all = new ArrayList<>(bracket.infinitesimals());
        basis.forEach(x -> all.addAll(x.infinitesimals()));
        try {
            Set<ISymbol> coordinates = new LinkedHashSet<>(bracket.coordinates());
            DifferentialField field = DifferentialField.of(all, coordinates, assumptions);
            List<List<FieldElement>> rows = new ArrayList<>();
            for (int c = 0; c < bracket.coordinates().size(); c++) {
                List<FieldElement> row = new ArrayList<>();
                for (Generator x : basis) {
                    row.add(field.element(x.infinitesimals().get(c)));
                }
                row.add(field.element(bracket.infinitesimals().get(c)));
                rows.addAll(field.split(row));
            }
            return LinearSystem.solve(field, rows, basis.size()).map(solution -> {
                List<IExpr> terms = new ArrayList<>();
                for (int k = 0; k < basis.size(); k++) {
                    terms.add(Expr.times(field.tree(solution.get(k)), names.get(k)));
                }
                return Expr.plus(terms);
            });
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }
}
