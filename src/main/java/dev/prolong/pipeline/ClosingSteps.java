package dev.prolong.pipeline;

import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
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

/** Records how conserved quantities were found, and what was checked. */
final class ClosingSteps {
    private final Derivation derivation;
    private final Map<Generator, Examination> examined = new LinkedHashMap<>();

    ClosingSteps(Derivation derivation) {
        this.derivation = derivation;
    }

    /** Keeps what came out for a generator until all is recorded. */
    void examined(Generator x, Examination examination) {
        examined.put(x, examination);
    }

    /** @param rate the rate of change of a quantity as it came out when it was examined */
    void record(
            List<Judged<Generator>> generators,
            List<Judged<ConservedQuantity>> conserved,
            Function<ConservedQuantity, Optional<IExpr>> rate) {
        for (Judged<ConservedQuantity> q : conserved) {
            boolean stands = !(q.verdict() instanceof Verdict.Conditional || q.verdict() instanceof Verdict.Refuted);
            if (stands && q.claim().pairing().isEmpty()) {
                quantity(q.claim());
            }
        }
        List<Step.Detail> checks = new ArrayList<>();
        for (int i = 0; i < generators.size(); i++) {
            if (isProved(generators.get(i))) {
                checks.addAll(check(i + 1, generators.get(i).claim()));
            }
        }
        for (int i = 0; i < conserved.size(); i++) {
            Optional<IExpr> left = rate.apply(conserved.get(i).claim());
            if (isProved(conserved.get(i)) && left.isPresent()) {
                checks.add(new Step.Detail(
                        "The derivative of `I" + (i + 1) + "` along solutions, before it is simplified:",
                        List.of(Formula.equation(left.get(), Expr.ZERO))));
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
        List<Formula> lines = new ArrayList<>();
        for (Residual r : examination.residuals()) {
            if (!r.expression().equals(Expr.ZERO)) {
                lines.add(Formula.equation(r.expression(), Expr.ZERO));
            }
        }
        String what = "The characteristic of `X" + number + "` in the linearised equations";
        return List.of(
                lines.isEmpty()
                        ? new Step.Detail(what + ": every term vanishes at once.", lines)
                        : new Step.Detail(what + ", before they are simplified:", lines));
    }

    private void quantity(ConservedQuantity q) {
        List<Formula> formula = List.of(Formula.expression(q.expression()));
        if (q.kind() == ConservedQuantity.Kind.NOETHER) {
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "Noether's theorem",
                    "A symmetry that changes the Lagrangian by a total derivative only has a conserved quantity.",
                    formula,
                    "Olver, theorem 4.29");
        } else if (q.from().isEmpty()) {
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "direct method",
                    "A combination of functions that occur in the system whose derivative along solutions vanishes.",
                    formula,
                    "Goriely, chapter 2");
        } else {
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "integrating factor",
                    "A symmetry whose characteristic does not vanish makes the equation exact when divided by it.",
                    formula,
                    "Olver, theorem 2.48");
        }
    }
}
