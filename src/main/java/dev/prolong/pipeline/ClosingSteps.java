package dev.prolong.pipeline;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.GeneralSolution;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Examination;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Residual;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Records how conserved quantities were found, and what was checked. */
final class ClosingSteps {
    private static final ISymbol CHARACTERISTIC = Expr.symbol("Q");
    private static final String FOUND_DIRECTLY =
            "A combination of functions that occur in the system whose derivative along solutions vanishes.";

    private final Derivation derivation;
    private final Map<Generator, Examination> examined = new LinkedHashMap<>();

    ClosingSteps(Derivation derivation) {
        this.derivation = derivation;
    }

    /** Keeps what came out for a generator until all is recorded. */
    void examined(Generator x, Examination examination) {
        examined.put(x, examination);
    }

    /**
     * How the quantities that stand were found.
     *
     * @param characteristic of the generalised symmetry to which a quantity of Noether's theorem belongs
     */
    void quantities(
            List<Judged<ConservedQuantity>> conserved,
            Function<ConservedQuantity, Optional<List<IExpr>>> characteristic) {
        for (Judged<ConservedQuantity> q : conserved) {
            boolean stands = !(q.verdict() instanceof Verdict.Conditional || q.verdict() instanceof Verdict.Refuted);
            if (stands && q.claim().pairing().isEmpty()) {
                quantity(q.claim(), characteristic);
            }
        }
    }

    /** How a first integral {@code S(z) − t}, the first of the quantities, was solved for the state. */
    void solution(DifferentialSystem system, GeneralSolution solution) {
        ISymbol z = system.states().get(0);
        List<Formula> lines = new ArrayList<>();
        lines.add(Formula.equation(solution.s(), solution.shifted()));
        lines.add(Formula.equation(z, solution.value()));
        boolean everywhere = solution.branch().equals(Condition.TRUE);
        if (!everywhere) {
            lines.add(Formula.expression(solution.branch()));
        }
        derivation.record(
                Step.Stage.GENERAL_SOLUTION,
                "inverse function",
                "Along a solution `I1` keeps its value, `" + solution.constant().getSymbolName()
                        + "`, so that a function of `" + z.getSymbolName() + "` alone is known, and it can be inverted"
                        + (everywhere ? "." : ": on the branch that the last line names.")
                        + (solution.period().isPresent() ? " Other branches are shifted by a period." : ""),
                lines,
                "");
    }

    /** @param rate the rate of change of a quantity as it came out when it was examined */
    void checks(
            List<Judged<Generator>> generators,
            List<Judged<ConservedQuantity>> conserved,
            Function<ConservedQuantity, Optional<IExpr>> rate) {
        List<Step.Detail> checks = new ArrayList<>();
        for (int i = 0; i < generators.size(); i++) {
            if (isProved(generators.get(i))) {
                checks.addAll(check(i + 1, generators.get(i).claim()));
            }
        }
        for (int i = 0; i < conserved.size(); i++) {
            Optional<IExpr> left = rate.apply(conserved.get(i).claim());
            if (isProved(conserved.get(i)) && left.isPresent()) {
                checks.add(remainder("The derivative of `I" + (i + 1) + "` along solutions", List.of(left.get())));
            }
        }
        if (generators.isEmpty() && conserved.isEmpty()) {
            return;
        }
        long proved = generators.stream().filter(ClosingSteps::isProved).count()
                + conserved.stream().filter(ClosingSteps::isProved).count();
        derivation.record(new Step(
                Step.Stage.VERIFICATION,
                "linearised symmetry condition",
                "Each generator was put into the linearised equations and each quantity differentiated along solutions: "
                        + proved + " of " + (generators.size() + conserved.size()) + " claims are proved.",
                List.of(),
                "Olver, section 5.1",
                List.of(),
                checks));
    }

    private static boolean isProved(Judged<?> judged) {
        return judged.verdict() instanceof Verdict.Proved;
    }

    private List<Step.Detail> check(int number, Generator x) {
        Examination examination = examined.get(x);
        if (examination == null) {
            return List.of();
        }
        return List.of(remainder(
                "The characteristic of `X" + number + "` in the linearised equations",
                examination.residuals().stream().map(Residual::expression).toList()));
    }

    private static Step.Detail remainder(String what, List<IExpr> expressions) {
        List<Formula> lines = expressions.stream()
                .filter(e -> !e.equals(Expr.ZERO))
                .map(e -> Formula.equation(e, Expr.ZERO))
                .toList();
        return lines.isEmpty()
                ? new Step.Detail(what + ": all terms cancel at once.", lines)
                : new Step.Detail(what + ", before it is simplified:", lines);
    }

    private void quantity(ConservedQuantity q, Function<ConservedQuantity, Optional<List<IExpr>>> characteristic) {
        List<Formula> formulas = new ArrayList<>(List.of(Formula.expression(q.expression())));
        if (q.kind() == ConservedQuantity.Kind.NOETHER && q.from().isEmpty()) {
            characteristic.apply(q).ifPresent(c -> formulas.add(Formula.equation(CHARACTERISTIC, Expr.tuple(c))));
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "direct method and Noether's theorem",
                    FOUND_DIRECTLY
                            + " By the converse of Noether's theorem it belongs to a generalised symmetry, which moves the states"
                            + " by a characteristic that is linear in the velocities.",
                    formulas,
                    "Olver, theorem 5.58");
        } else if (q.kind() == ConservedQuantity.Kind.NOETHER) {
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "Noether's theorem",
                    "A symmetry that changes the Lagrangian by a total derivative only has a conserved quantity: what that is the"
                            + " derivative of, less the Lagrangian times the infinitesimal of the independent variable, less the sum of the"
                            + " characteristics times the momenta (the derivatives of the Lagrangian by the velocities). A constant"
                            + " factor is left out.",
                    formulas,
                    "Olver, theorem 4.29");
        } else if (q.from().isEmpty()) {
            derivation.record(Step.Stage.CONSERVATION, "direct method", FOUND_DIRECTLY, formulas, "Goriely, chapter 2");
        } else {
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "integrating factor",
                    "A symmetry whose characteristic does not vanish makes the equation exact when divided by it.",
                    formulas,
                    "Olver, theorem 2.48");
        }
    }
}
