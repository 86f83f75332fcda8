package dev.prolong.verification;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.Interruption;
import dev.prolong.algebra.Pieces;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * For which values of its free constants a claim holds and says something: a quantity that they make a constant, a field that they make
 * zero, is not looked for.
 *
 * <p>Each residual is collected over linearly independent functions of the coordinates; its coefficients, functions of the constants and
 * parameters alone, must vanish. Where functions in which constants stand may be others for some of their values, those are found by {@link
 * SpecialConstants}, put in, and the rest is looked at again. "Never" is a proof; what cannot be excluded is unknown.
 */
final class ConstantConditions {
    private static final String NOT_FOUND = "for which constants it holds was not found";

    private final DifferentialSystem system;
    private final Sampling sampling;
    private final Claim claim;
    private Optional<String> partial = Optional.empty();

    ConstantConditions(DifferentialSystem system, Sampling sampling, Claim claim) {
        this.system = system;
        this.sampling = sampling;
        this.claim = claim;
    }

    /** What was found. */
    sealed interface Outcome {
        /** The claim holds under the condition. */
        record Met(IExpr condition) implements Outcome {}

        /** It holds for no values, or for such only as make it say nothing. */
        record Never() implements Outcome {}

        /** Not to be had. */
        record Unknown(String reason) implements Outcome {}
    }

    Outcome outcome() {
        Outcome found = search(claim, GivenValues.NONE, Effort.GUESS);
        return found instanceof Outcome.Unknown && partial.isPresent() ? new Outcome.Unknown(partial.get()) : found;
    }

    /** What is done about special values of constants. */
    private enum Effort {
        NONE,
        FIND,
        /** Small numbers are tried too. */
        GUESS
    }

    /** Conditions include what is given. */
    private Outcome search(Claim here, GivenValues given, Effort effort) {
        Interruption.poll();
        if (here.constants().isEmpty()) {
            return withoutConstants(here, given);
        }
        List<IExpr> residuals = here.residualsOnDomain();
        // signs are in the field, and roots of squares agree with them there
        Optional<CollectedResiduals> whole = CollectedResiduals.of(residuals, system, here.constants());
        Outcome first = whole.map(c -> found(here, c, given)).orElse(new Outcome.Unknown(NOT_FOUND));
        if (!(first instanceof Outcome.Unknown)) {
            return first;
        }
        if (residuals.stream().noneMatch(Pieces::hasCases)) {
            return special(here, first, given, effort);
        }
        Optional<List<Pieces.Piece>> pieces = Pieces.of(residuals);
        if (pieces.isEmpty()) {
            return new Outcome.Unknown("too many cases");
        }
        if (!pieces.get().stream().allMatch(p -> Expr.isFreeOf(p.condition(), here.constants()))) {
            return new Outcome.Unknown("the free constants decide which case holds");
        }
        Outcome onAll = found(here, pieces.get(), given);
        if (onAll instanceof Outcome.Met) {
            return onAll;
        }
        // what is asked for on a piece without any point must not exclude
        Outcome onSeen = found(
                here,
                pieces.get().stream()
                        .filter(p -> sampling.isSomewhere(here, p.condition()))
                        .toList(),
                given);
        return onSeen instanceof Outcome.Never ? onSeen : special(here, onSeen, given, effort);
    }

    private Outcome found(Claim here, List<Pieces.Piece> pieces, GivenValues given) {
        List<IExpr> expressions =
                pieces.stream().flatMap(p -> p.expressions().stream()).toList();
        return CollectedResiduals.of(expressions, system, here.constants())
                .map(c -> found(here, c, given))
                .orElse(new Outcome.Unknown(NOT_FOUND));
    }

    /** What collecting gives. */
    private Outcome found(Claim here, CollectedResiduals collected, GivenValues given) {
        ConstantEquations equations = new ConstantEquations(system.assumptions(), here.constants());
        Outcome none = collected.necessary() ? new Outcome.Never() : new Outcome.Unknown(collected.doubt());
        try {
            Optional<ConstantEquations.Solution> whole = equations.solve(collected.coefficients());
            if (whole.isEmpty()) {
                return none;
            }
            Optional<List<ConstantEquations.Solution>> cases = equations.cases(whole.get());
            if (cases.isEmpty()) {
                return new Outcome.Unknown("too many cases of the constants");
            }
            List<ConstantCase.Kind> kinds = cases.get().stream()
                    .map(s -> new ConstantCase(system, sampling, here, equations, s).kind())
                    .toList();
            List<IExpr> good = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                if (kinds.get(i) == ConstantCase.Kind.GOOD
                        && given.exist(cases.get().get(i).condition(), system.assumptions())) {
                    good.add(cases.get().get(i).condition());
                }
            }
            if (good.isEmpty()) {
                return kinds.stream().allMatch(k -> k != ConstantCase.Kind.UNSURE && k != ConstantCase.Kind.GOOD)
                        ? none
                        : new Outcome.Unknown(NOT_FOUND);
            }
            boolean all = good.size() == kinds.size() && whole.get().open().size() < 2;
            IExpr condition = all ? whole.get().condition() : Condition.or(good);
            return new Outcome.Met(given.with(condition));
        } catch (ConstantEquations.UndecidedNumberException unknown) {
            return new Outcome.Unknown(String.valueOf(unknown.getMessage()));
        }
    }

    /** Puts in what the constants may have to be. */
    private Outcome special(Claim here, Outcome before, GivenValues given, Effort effort) {
        if (effort == Effort.NONE) {
            return before;
        }
        SpecialConstants.Candidates candidates =
                new SpecialConstants(system, sampling, here).of(effort == Effort.GUESS);
        Outcome out = candidates.complete() ? new Outcome.Never() : before;
        for (Map<ISymbol, IExpr> values : candidates.values()) {
            Outcome there =
                    search(here.with(values), given.and(values), candidates.complete() ? Effort.FIND : Effort.NONE);
            if (there instanceof Outcome.Met met) {
                return given.values().values().stream().allMatch(v -> Expr.isFreeOf(v, values.keySet()))
                        ? withoutNeedless(here, values.keySet(), met)
                        : met;
            }
            out = out instanceof Outcome.Never ? there : out;
        }
        return out;
    }

    /** The same without the values of these constants, where the others are enough. */
    private Outcome.Met withoutNeedless(Claim here, Set<ISymbol> tried, Outcome.Met met) {
        List<IExpr> parts = GivenValues.parts(met.condition()).stream()
                .filter(p -> Expr.isFreeOf(p, tried))
                .toList();
        Map<ISymbol, IExpr> rest = GivenValues.of(parts);
        ConstantEquations equations = new ConstantEquations(system.assumptions(), here.constants());
        ConstantCase without =
                new ConstantCase(system, sampling, here, equations, new ConstantEquations.Solution(rest, List.of()));
        boolean enough = rest.size() == parts.size() && without.kind() == ConstantCase.Kind.GOOD;
        return enough && !rest.isEmpty() ? new Outcome.Met(Condition.and(parts)) : met;
    }

    private Outcome withoutConstants(Claim here, GivenValues given) {
        ConstantCase.Kind kind = new ConstantCase(
                        system,
                        sampling,
                        here,
                        new ConstantEquations(system.assumptions(), Set.of()),
                        new ConstantEquations.Solution(Map.of(), List.of()))
                .kind();
        if (kind == ConstantCase.Kind.GOOD && !given.exist(Condition.TRUE, system.assumptions())) {
            return new Outcome.Unknown(NOT_FOUND);
        }
        if (kind != ConstantCase.Kind.UNSURE) {
            return kind == ConstantCase.Kind.GOOD ? new Outcome.Met(given.with(Condition.TRUE)) : new Outcome.Never();
        }
        if (!(sampling.verdict(here, false) instanceof Verdict.Refuted)) {
            return new Outcome.Unknown(NOT_FOUND);
        }
        if (!sampling.holdsSomewhere(here)) {
            return new Outcome.Never();
        }
        String where = InputForm.of(given.with(Condition.TRUE));
        partial = partial.or(() -> Optional.of("it holds at some points and fails at others where " + where));
        return new Outcome.Unknown(NOT_FOUND);
    }
}
