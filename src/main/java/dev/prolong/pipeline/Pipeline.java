package dev.prolong.pipeline;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.equation.Problem;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The composition of the stages: a system is split into its smooth pieces, each piece goes through the whole chain, and what holds for
 * all pieces is put together again.
 */
public final class Pipeline {
    private Pipeline() {}

    public static DerivationResult derive(Problem problem, Options options) {
        return derive(problem, options, step -> {});
    }

    /** The same, telling each step of the derivation as soon as it is taken, on the thread that takes it. */
    public static DerivationResult derive(Problem problem, Options options, Consumer<Step> listener) {
        AnsatzChoice choice = options.ansatz().or(problem::ansatz).orElse(AnsatzChoice.of(AnsatzChoice.Kind.AUTO));
        Run run = new Run(problem, choice, options);
        run.derivation.listen(listener);
        return Deadline.within(options.limit(), run::get, run::unfinished);
    }

    /** One derivation; holds what is finished so that a limit loses nothing. */
    static final class Run {
        private final DifferentialSystem system;
        private final AnsatzChoice asked;
        private volatile AnsatzChoice ansatz;
        private final IntegralSearch integrals;
        private final Optional<IExpr> lagrangian;
        private final boolean anyMotion;
        private final Derivation derivation = new Derivation();
        private final Stopwatch watch;
        private final List<CaseResult> finished = new ArrayList<>();
        private final PairingLaws pairing;
        private Optional<CaseResult> current = Optional.empty();
        private volatile Optional<CaseSolver> solving = Optional.empty();

        Run(Problem problem, AnsatzChoice ansatz, Options options) {
            this.watch = new Stopwatch(options.progress());
            this.system = problem.system();
            this.lagrangian = problem.lagrangian();
            this.anyMotion = problem.anyMotion();
            this.asked = ansatz;
            this.integrals = options.integrals();
            this.ansatz = ansatz;
            this.pairing = new PairingLaws(system);
        }

        DerivationResult get() {
            if (anyMotion) {
                return loss();
            }
            lagrangian.filter(l -> !Problem.isLoss(l)).ifPresent(this::recordLagrangian);
            watch.time("pairing", () -> {
                pairing.search(derivation);
                return pairing.found().size();
            });
            List<IExpr> rhs = system.rightSides();
            // an equivalence transformation is one for all pieces
            Optional<List<Pieces.Piece>> pieces = asked.kind() == AnsatzChoice.Kind.EQUIVALENCE
                    ? Optional.of(List.of(new Pieces.Piece(Condition.TRUE, rhs)))
                    : Pieces.of(rhs);
            if (pieces.isEmpty()) {
                return unfinished("too many smooth pieces");
            }
            for (Pieces.Piece piece : pieces.get()) {
                Optional<IExpr> condition =
                        piece.condition().equals(Condition.TRUE) ? Optional.empty() : Optional.of(piece.condition());
                condition.ifPresent(c -> recordPiece(piece, c));
                CaseSolver solver = new CaseSolver(
                        system.withRightSides(piece.expressions()),
                        asked,
                        condition,
                        integrals,
                        lagrangian,
                        derivation,
                        watch,
                        this::found);
                solving = Optional.of(solver);
                CaseResult solved = solver.with(condition.isEmpty() ? pairing.found() : List.of())
                        .solve();
                ansatz = solver.usedAnsatz();
                solving = Optional.empty();
                synchronized (finished) {
                    finished.add(solved);
                    current = Optional.empty();
                }
            }
            List<CaseResult> cases = List.copyOf(finished);
            boolean smooth = isSmooth(cases);
            CaseResult overall = smooth ? cases.get(0) : watch.time("merging", () -> CaseMerge.of(system, cases));
            return smooth ? withSpecialParameters(overall) : result(overall, cases, List.of());
        }

        /** What a loss by itself gives: there is no equation of which to search symmetries. */
        private DerivationResult loss() {
            ConservedQuantities quantities =
                    new ConservedQuantities(system, Optional.empty(), new Verification(system), derivation, list -> {});
            lagrangian.ifPresent(l -> watch.run("noether", () -> quantities.loss(l)));
            CaseResult nothing = CaseResult.nothing(Optional.empty(), system);
            return result(nothing.withConserved(quantities.found(), quantities.independent()), List.of(), List.of());
        }

        /** With the values of parameters where there are more symmetries, or fewer. */
        private DerivationResult withSpecialParameters(CaseResult generic) {
            SpecialParameters values = new SpecialParameters(
                    ansatz,
                    derivation,
                    s -> new CaseSolver(
                                    s,
                                    ansatz,
                                    Optional.empty(),
                                    IntegralSearch.NONE,
                                    Optional.empty(),
                                    derivation,
                                    watch,
                                    part -> {})
                            .solve());
            CaseResult overall = watch.time("parameters", () -> values.withPivots(generic));
            synchronized (finished) {
                finished.set(0, overall);
            }
            return result(overall, watch.time("parameters", () -> values.of(overall)), List.of());
        }

        private void recordLagrangian(IExpr l) {
            List<Formula> lines = new ArrayList<>();
            lines.add(Formula.equation(Expr.symbol(FreshNames.avoiding(system).take("L")), l));
            system.equations().forEach(e -> lines.add(Formula.equation(e.leading(), e.rhs())));
            derivation.record(
                    Step.Stage.SYSTEM,
                    "Euler–Lagrange equations",
                    "Solutions make the integral of the Lagrangian stationary: for each state, the derivative of the Lagrangian by the"
                            + " state equals the total derivative of its derivative by the velocity. Solved for the highest derivatives,"
                            + " these are the equations.",
                    lines,
                    "Olver, theorem 4.4");
        }

        private void recordPiece(Pieces.Piece piece, IExpr condition) {
            List<Formula> lines = new ArrayList<>(List.of(Formula.expression(condition)));
            for (int i = 0; i < system.equations().size(); i++) {
                lines.add(Formula.equation(
                        system.equations().get(i).leading(), piece.expressions().get(i)));
            }
            derivation.record(
                    Step.Stage.SYSTEM,
                    Step.SMOOTH_PIECE,
                    "The right sides are not smooth everywhere. Where this condition holds they are.",
                    lines,
                    "");
        }

        private void found(CaseResult soFar) {
            synchronized (finished) {
                current = Optional.of(soFar);
            }
        }

        /** What is finished when a bound is met; quick, since nothing is examined again. */
        DerivationResult unfinished(String bound) {
            List<CaseResult> cases;
            synchronized (finished) {
                cases = new ArrayList<>(finished);
                current.ifPresent(cases::add);
            }
            solving.ifPresent(solver -> ansatz = solver.usedAnsatz());
            boolean smooth = isSmooth(cases);
            CaseResult overall = smooth ? cases.get(0) : CaseMerge.listed(system, cases);
            String stage = watch.stage();
            return result(
                    overall,
                    smooth ? List.of() : cases,
                    List.of(stage.isEmpty() ? bound : bound + ", in the stage: " + stage));
        }

        private static boolean isSmooth(List<CaseResult> cases) {
            return cases.size() == 1 && cases.get(0).condition().isEmpty();
        }

        private DerivationResult result(CaseResult overall, List<CaseResult> cases, List<String> limits) {
            return new DerivationResult(
                    system, ansatz, pairing.addedTo(overall), cases, derivation.steps(), limits, watch.timings());
        }
    }
}
