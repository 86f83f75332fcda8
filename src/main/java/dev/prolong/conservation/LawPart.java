package dev.prolong.conservation;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * A part of a law in vectors and matrices: its name, which entry of that it is, and how large that is.
 *
 * @param transposed the name of its transpose; empty if it is no product of arrays that is a matrix
 * @param adjointFirst whether it is {@code a bᵀ}, not {@code bᵀ a}, for the adjoint a
 */
record LawPart(String name, String transposed, boolean adjointFirst, List<Integer> at, List<Integer> shape) {
    static LawPart of(String name, List<Integer> at, List<Integer> shape) {
        return new LawPart(name, "", true, at, shape);
    }

    static LawPart number(String name) {
        return of(name, List.of(), List.of());
    }

    private boolean isMatrix() {
        return !transposed.isEmpty();
    }

    private LawPart transpose() {
        return new LawPart(transposed, name, adjointFirst, reversed(at), reversed(shape));
    }

    private static List<Integer> reversed(List<Integer> pair) {
        return List.of(pair.get(1), pair.get(0));
    }

    /**
     * The parts as entries at one place, if the dual ones are transposed: a transformation {@code Q → G Q, K → G^{-T} K} gives {@code
     * v_Q Qᵀ − K v_Kᵀ}. On the diagonal both are right, and this one is that of the other entries.
     */
    private static List<LawPart> dualised(List<LawPart> entries, List<IExpr> coefficients) {
        if (!entries.stream().allMatch(LawPart::isMatrix) || isCommon(entries) && !isDiagonal(entries.get(0))) {
            return entries;
        }
        List<LawPart> out = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            boolean dual = isInverse(entries, coefficients, i) != isInverse(entries, coefficients, 0);
            out.add(dual ? entries.get(i).transpose() : entries.get(i));
        }
        return isCommon(out) ? out : entries;
    }

    /** Whether the variable is multiplied by {@code −E}, from the left, or by E from the right. */
    private static boolean isInverse(List<LawPart> entries, List<IExpr> coefficients, int i) {
        return ((IRational) coefficients.get(i)).isNegative() == entries.get(i).adjointFirst();
    }

    private static boolean isCommon(List<LawPart> entries) {
        return entries.stream().map(LawPart::at).distinct().count() == 1;
    }

    private static boolean isDiagonal(LawPart entry) {
        return entry.at().get(0).equals(entry.at().get(1));
    }

    /** The sum of the parts with rational coefficients, and of a text for the part along time. */
    static ArrayLaw sum(List<LawPart> parts, List<IExpr> coefficients, String time) {
        List<LawPart> entries = dualised(parts, coefficients);
        boolean common = isCommon(entries);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            IRational q = (IRational) coefficients.get(i);
            out.append(out.isEmpty() ? (q.isNegative() ? "-" : "") : q.isNegative() ? " - " : " + ");
            IExpr size = q.isNegative() ? Expr.negate(q) : q;
            out.append(size.equals(Expr.ONE) ? "" : InputForm.of(size) + " ");
            String name = entries.get(i).name();
            List<Integer> at = entries.get(i).at();
            out.append(common || at.isEmpty() ? name : ArrayLaw.entry(name, at));
        }
        boolean plain = common && time.isEmpty();
        List<Integer> at = common ? entries.get(0).at() : List.of();
        String sum = plain || at.isEmpty() ? out.toString() : ArrayLaw.entry(out.toString(), at);
        String law = time.isEmpty() ? sum : sum.isEmpty() ? time : sum + (time.startsWith("- ") ? " " : " + ") + time;
        boolean isOfArrays = law.chars().anyMatch(c -> "ᵀ·⟨".indexOf(c) >= 0);
        return new ArrayLaw(law, plain ? at : List.of(), plain ? entries.get(0).shape() : List.of(), isOfArrays);
    }
}
