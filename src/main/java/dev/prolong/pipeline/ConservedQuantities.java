package dev.prolong.pipeline;

import dev.prolong.algebra.Expr;
import dev.prolong.ansatz.KernelSupply;
import dev.prolong.conservation.Branches;
import dev.prolong.conservation.CharacteristicRatio;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.Independence;
import dev.prolong.conservation.IntegratingFactor;
import dev.prolong.conservation.LevelSetQuadrature;
import dev.prolong.conservation.Loss;
import dev.prolong.conservation.Noether;
import dev.prolong.conservation.direct.DirectMethod;
import dev.prolong.conservation.direct.Effort;
import dev.prolong.conservation.direct.ParameterCases;
import dev.prolong.conservation.printed.PrintedForm;
import dev.prolong.conservation.printed.PrintedForms;
import dev.prolong.derivation.Derivation;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.equation.Problem;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Examination;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.matheclipse.core.interfaces.IExpr;

/** The quantities of one smooth system, each with its verdict; those of the direct method only where they are proved. */
final class ConservedQuantities {
    private final DifferentialSystem system;
    private final Optional<IExpr> condition;
    private final Verification verification;
    private final Derivation derivation;
    private final Consumer<List<Judged<ConservedQuantity>>> progress;
    private final List<Judged<ConservedQuantity>> found = new ArrayList<>();
    private final List<Judged<ConservedQuantity>> conditional = new ArrayList<>();
    /** Those of a search before the symmetries were known. */
    private final List<Judged<ConservedQuantity>> early = new ArrayList<>();

    private final Map<IExpr, IExpr> rates = new HashMap<>();
    private boolean searched;

    /**
     * @param progress takes the list whenever it has changed
     */
    ConservedQuantities(
            DifferentialSystem system,
            Optional<IExpr> condition,
            Verification verification,
            Derivation derivation,
            Consumer<List<Judged<ConservedQuantity>>> progress) {
        this.progress = progress;
        this.system = system;
        this.condition = condition;
        this.verification = verification;
        this.derivation = derivation;
    }

    List<Judged<ConservedQuantity>> found() {
        List<Judged<ConservedQuantity>> out = new ArrayList<>(found);
        out.addAll(early);
        out.addAll(conditional);
        return List.copyOf(out);
    }

    /** How many of those found are functionally independent. */
    int independent() {
        return Independence.independent(system, expressions()).size();
    }

    /** Those found, and one more that is not examined yet. */
    private List<Judged<ConservedQuantity>> foundAnd(Judged<ConservedQuantity> next) {
        List<Judged<ConservedQuantity>> out = new ArrayList<>(found);
        out.add(next);
        out.addAll(early);
        return out;
    }

    /** By linear algebra on candidates, before anything else is known; where symmetries give the same, it stands for it. */
    void early(KernelSupply kernels) {
        DirectMethod.search(system, kernels, List.of(), Effort.QUICK, q -> addIfProved(q, early));
        searched = true;
    }

    /** From symmetries, then what was found before and is independent of it. */
    void fromSymmetries(List<Generator> basis) {
        List<ConservedQuantity> quantities = new ArrayList<>(IntegratingFactor.firstIntegrals(system, basis));
        if (quantities.isEmpty()) {
            CharacteristicRatio.of(system, basis).ifPresent(quantities::add);
        }
        quantities.replaceAll(q -> q.whereReal(system));
        for (ConservedQuantity q : quantities) {
            progress.accept(foundAnd(new Judged<>(q, CaseSolver.NOT_YET)));
            Judged<ConservedQuantity> judged = judged(q);
            if (!(judged.verdict() instanceof Verdict.Refuted)) {
                progress.accept(foundAnd(judged));
                found.add(new Judged<>(Branches.named(q, system), judged.verdict()));
            }
            progress.accept(found());
        }
        for (Judged<ConservedQuantity> q : List.copyOf(early)) {
            early.remove(q);
            if (isIndependent(q.claim())) {
                found.add(q);
            }
        }
    }

    /** Laws that were found and judged before. */
    void add(List<Judged<ConservedQuantity>> laws) {
        found.addAll(laws);
        progress.accept(found());
    }

    /** By Noether's theorem, those that are proved and independent of each other; short ones and those without t first. */
    void noether(IExpr lagrangian, List<Generator> basis) {
        if (Problem.isLoss(lagrangian)) {
            loss(lagrangian);
            return;
        }
        List<ConservedQuantity> all = new ArrayList<>(Noether.quantities(system, lagrangian, basis));
        Noether.energy(system, lagrangian).ifPresent(all::add);
        all.sort(Comparator.comparing((ConservedQuantity q) -> !Expr.isFreeOf(q.expression(), system.independent()))
                .thenComparing(q -> Expr.size(q.expression())));
        for (ConservedQuantity q : all) {
            Judged<ConservedQuantity> judged = judged(q);
            if (judged.verdict() instanceof Verdict.Proved && isIndependent(q)) {
                found.add(judged);
                progress.accept(found());
            }
        }
    }

    /** What Noether's theorem gives for a Lagrangian without velocities, with what it is along the system. */
    void loss(IExpr lagrangian) {
        Loss.of(lagrangian, system).ifPresent(loss -> {
            derivation.record(
                    Step.Stage.CONSERVATION,
                    "degenerate Lagrangian",
                    "The Lagrangian has no velocities: its Euler-Lagrange equations are algebraic.",
                    loss.equations().stream()
                            .map(e -> Formula.equation(e, Expr.ZERO))
                            .toList(),
                    "Olver, theorem 4.4");
            Judged<ConservedQuantity> judged = judged(loss.energy());
            (judged.verdict() instanceof Verdict.Proved ? found : conditional).add(judged);
            progress.accept(found());
        });
    }

    /** First integrals that the system has for special values of its parameters only, each with the condition. */
    void ofCases(Effort effort, KernelSupply kernels) {
        for (ParameterCases.Case special : ParameterCases.of(system)) {
            Verification there = new Verification(special.system());
            List<IExpr> known = expressions().stream()
                    .map(e -> Expr.substitute(e, special.values()))
                    .filter(ConservedQuantities::isDefined)
                    .toList();
            List<IExpr> independent = Independence.independent(special.system(), known).stream()
                    .map(known::get)
                    .toList();
            DirectMethod.search(special.system(), kernels, independent, effort, q -> {
                boolean proved = there.quantity(q.expression(), condition).verdict() instanceof Verdict.Proved;
                if (proved) {
                    conditional.add(new Judged<>(q, new Verdict.Conditional(special.condition())));
                    progress.accept(found());
                }
                return proved;
            });
        }
    }

    /** Whether nothing is divided by zero. */
    private static boolean isDefined(IExpr e) {
        return Expr.subtrees(e, s -> Expr.isPower(s) && Expr.arguments(s).get(0).equals(Expr.ZERO))
                .isEmpty();
    }

    /** The forms that a paper prints for such a model, with what is true of each. */
    void printed(Generator general, FreshNames names) {
        for (PrintedForm form : PrintedForms.of(system, general, names)) {
            ConservedQuantity q = new ConservedQuantity(
                    form.expression(),
                    ConservedQuantity.Kind.PRINTED,
                    List.of(),
                    form.domain(),
                    List.of(),
                    form.name() + " as printed. " + form.note(),
                    form.exact());
            Verdict verdict = form.condition()
                    .<Verdict>map(Verdict.Conditional::new)
                    .orElseGet(() -> judged(q).verdict());
            conditional.add(new Judged<>(q, verdict));
            progress.accept(found());
        }
    }

    /** Says of first integrals that come from a generalised variational symmetry linear in the velocities that they are Noether's. */
    void nameGeneralised(IExpr lagrangian) {
        if (Problem.isLoss(lagrangian)) {
            return;
        }
        found.replaceAll(q -> q.claim().kind() == ConservedQuantity.Kind.FIRST_INTEGRAL
                        && Noether.characteristic(system, lagrangian, q.claim().expression())
                                .isPresent()
                ? new Judged<>(q.claim().ofKind(ConservedQuantity.Kind.NOETHER), q.verdict())
                : q);
    }

    /** By linear algebra on candidates, what is independent of the quantities there. */
    void direct(Effort effort, KernelSupply kernels) {
        if (!searched || effort.equals(Effort.FULL)) {
            DirectMethod.search(system, kernels, expressions(), effort, this::add);
        }
        boolean open = found.size() < system.jetSpace().free().size() - 1
                && expressions().stream().noneMatch(e -> Expr.isFreeOf(e, system.independent()));
        if (open) {
            OrbitIntegral.of(system).ifPresent(this::addIfNew);
        }
        LevelSetQuadrature.of(system, expressions()).forEach(this::addIfNew);
        int before = found.size();
        DirectMethod.alongOrbits(system, kernels, expressions(), effort, this::add);
        if (found.size() > before) {
            LevelSetQuadrature.of(system, expressions()).forEach(this::addIfNew);
        }
    }

    /** Adds a quantity where it is proved, and says whether it is. */
    private boolean add(ConservedQuantity q) {
        return addIfProved(q, found);
    }

    private boolean addIfProved(ConservedQuantity q, List<Judged<ConservedQuantity>> to) {
        Judged<ConservedQuantity> judged = judged(q.whereReal(system));
        boolean proved = judged.verdict() instanceof Verdict.Proved;
        if (proved) {
            to.add(judged);
            progress.accept(found());
        }
        return proved;
    }

    private void addIfNew(ConservedQuantity q) {
        if (isIndependent(q)) {
            add(q);
        }
    }

    /** Whether it is independent of those found. */
    private boolean isIndependent(ConservedQuantity q) {
        List<IExpr> withIt = new ArrayList<>(expressions());
        withIt.add(q.expression());
        return Independence.independent(system, withIt).contains(found.size());
    }

    private Judged<ConservedQuantity> judged(ConservedQuantity q) {
        Examination examination = verification.quantity(q.expression(), condition);
        rates.put(q.expression(), examination.residuals().get(0).expression());
        return new Judged<>(q, examination.verdict());
    }

    /** The rate of change of a quantity along solutions as it came out when the quantity was examined, not simplified. */
    Optional<IExpr> rate(ConservedQuantity q) {
        return Optional.ofNullable(rates.get(q.expression()));
    }

    private List<IExpr> expressions() {
        return found.stream().map(q -> q.claim().expression()).toList();
    }
}
