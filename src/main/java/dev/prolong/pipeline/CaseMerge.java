package dev.prolong.pipeline;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.group.GroupAction;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import dev.prolong.verification.Verification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The pieces of a piecewise system as one result. Where all pieces have algebras of one dimension, their generators are joined into
 * piecewise ones; else what was found on each piece is listed with its domain, and the dimension is open.
 */
final class CaseMerge {
    private CaseMerge() {}

    static CaseResult of(DifferentialSystem system, List<CaseResult> cases) {
        boolean alike = cases.stream().allMatch(c -> c.algebra().complete())
                && cases.stream()
                                .map(c -> c.algebra().basis().size())
                                .distinct()
                                .count()
                        == 1;
        return alike ? joined(system, cases) : listed(system, cases);
    }

    private static CaseResult joined(DifferentialSystem system, List<CaseResult> cases) {
        CaseResult first = cases.get(0);
        Verification verification = new Verification(system);
        List<Judged<Generator>> generators = new ArrayList<>();
        List<GroupAction> group = new ArrayList<>();
        for (int i = 0; i < first.generators().size(); i++) {
            int k = i;
            Generator x = join(cases, c -> c.generators().get(k).claim());
            generators.add(
                    new Judged<>(x, verification.generator(x, Optional.empty()).verdict()));
        }
        SymmetryAlgebra algebra = new SymmetryAlgebra(
                first.algebra().dimension(),
                false,
                generators.stream().map(Judged::claim).toList(),
                first.algebra().constants(),
                Optional.of(join(cases, c -> c.algebra().general().orElseThrow())),
                assumptions(cases));
        boolean sameTable =
                cases.stream().map(CaseResult::commutators).distinct().count() == 1;
        return new CaseResult(
                Optional.empty(),
                system,
                first.determining(),
                algebra,
                generators,
                generators.stream().map(x -> Optional.<IExpr>empty()).toList(),
                sameTable ? first.commutators() : List.of(),
                group,
                quantities(system, cases, verification),
                first.independentConserved(),
                List.of());
    }

    private static List<Judged<ConservedQuantity>> quantities(
            DifferentialSystem system, List<CaseResult> cases, Verification verification) {
        boolean alike = cases.stream().map(c -> c.conserved().size()).distinct().count() == 1;
        if (!alike) {
            return cases.stream().flatMap(c -> inDomain(c).stream()).toList();
        }
        List<Judged<ConservedQuantity>> out = new ArrayList<>();
        for (int i = 0; i < cases.get(0).conserved().size(); i++) {
            int k = i;
            List<IExpr> parts = new ArrayList<>(cases.stream()
                    .map(c -> c.conserved().get(k).claim().expression())
                    .toList());
            Kinks.makeContinuous(parts, cases, system);
            IExpr whole = piecewise(cases, parts);
            ConservedQuantity first = cases.get(0).conserved().get(k).claim();
            ConservedQuantity q = new ConservedQuantity(
                    whole,
                    first.kind(),
                    first.from(),
                    Optional.empty(),
                    cases.stream().flatMap(c -> Kinks.branches(c, k).stream()).toList());
            out.add(new Judged<>(
                    q, verification.quantity(whole, Optional.empty()).verdict()));
        }
        return out.stream()
                .filter(q -> !(q.verdict() instanceof Verdict.Refuted))
                .toList();
    }

    /** What was found on each piece, side by side. */
    static CaseResult listed(DifferentialSystem system, List<CaseResult> cases) {
        if (cases.isEmpty()) {
            return CaseResult.nothing(Optional.empty(), system);
        }
        CaseResult first = cases.get(0);
        List<Judged<Generator>> generators =
                cases.stream().flatMap(c -> c.generators().stream()).toList();
        List<Optional<IExpr>> domains = cases.stream()
                .flatMap(c -> c.generators().stream().map(g -> c.condition()))
                .toList();
        SymmetryAlgebra algebra = new SymmetryAlgebra(
                Optional.empty(),
                false,
                generators.stream().map(Judged::claim).toList(),
                List.of(),
                Optional.empty(),
                assumptions(cases));
        return new CaseResult(
                Optional.empty(),
                system,
                first.determining(),
                algebra,
                generators,
                domains,
                List.of(),
                cases.stream().flatMap(c -> c.group().stream()).toList(),
                cases.stream().flatMap(c -> inDomain(c).stream()).toList(),
                cases.stream().mapToInt(CaseResult::independentConserved).max().orElse(0),
                List.of());
    }

    private static List<Judged<ConservedQuantity>> inDomain(CaseResult c) {
        return c.conserved().stream()
                .map(q -> new Judged<>(
                        new ConservedQuantity(
                                q.claim().expression(),
                                q.claim().kind(),
                                List.of(),
                                c.condition(),
                                q.claim().branches()),
                        q.verdict()))
                .toList();
    }

    private static Generator join(List<CaseResult> cases, Function<CaseResult, Generator> of) {
        Generator first = of.apply(cases.get(0));
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < first.coordinates().size(); i++) {
            int k = i;
            out.add(piecewise(
                    cases,
                    cases.stream().map(c -> of.apply(c).infinitesimals().get(k)).toList()));
        }
        return new Generator(first.coordinates(), out);
    }

    /** One expression where all parts agree, else a piecewise one. */
    private static IExpr piecewise(List<CaseResult> cases, List<IExpr> parts) {
        if (parts.stream().distinct().count() == 1) {
            return parts.get(0);
        }
        List<Expr.Branch> branches = new ArrayList<>();
        for (int i = 0; i < parts.size() - 1; i++) {
            branches.add(new Expr.Branch(cases.get(i).condition().orElseThrow(), parts.get(i)));
        }
        return Expr.piecewise(branches, parts.get(parts.size() - 1));
    }

    private static List<Assumption> assumptions(List<CaseResult> cases) {
        Set<Assumption> out = new LinkedHashSet<>();
        cases.forEach(c -> out.addAll(c.algebra().assumptions()));
        return List.copyOf(out);
    }
}
