package dev.prolong.pipeline;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearSolution;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.group.GroupAction;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.KernelFunction;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Gives the solutions of linear equations in a result names, {@code K1, K2, ..}, and says by which laws they are differentiated. */
final class KernelNaming {
    private final Map<IExpr, IExpr> names = new LinkedHashMap<>();
    private final FreshNames fresh;

    private KernelNaming(DifferentialSystem system) {
        this.fresh = FreshNames.avoiding(system);
    }

    static DerivationResult of(DerivationResult result) {
        KernelNaming naming = new KernelNaming(result.system());
        naming.collect(result.overall());
        result.cases().forEach(naming::collect);
        result.steps().forEach(s -> s.formulas().forEach(naming::collect));
        return naming.names.isEmpty() ? result : naming.renamed(result);
    }

    private void collect(CaseResult c) {
        c.algebra().basis().forEach(x -> x.infinitesimals().forEach(this::collect));
        c.conserved().forEach(q -> collect(q.claim().expression()));
        c.group().forEach(g -> g.images().forEach(this::collect));
    }

    private void collect(Formula f) {
        collect(f.left());
        f.right().ifPresent(this::collect);
    }

    private void collect(IExpr e) {
        for (IExpr kernel : LinearSolution.in(e)) {
            if (!names.containsKey(kernel)) {
                LinearSolution.siblings(kernel).forEach(k -> names.put(k, Expr.symbol(fresh.takeNumbered("K"))));
            }
        }
    }

    private DerivationResult renamed(DerivationResult r) {
        return new DerivationResult(
                r.system(),
                r.ansatz(),
                renamed(r.overall()),
                r.cases().stream().map(this::renamed).toList(),
                r.steps().stream().map(this::renamed).toList(),
                r.limits(),
                r.timings(),
                kernels(r.system()));
    }

    private List<KernelFunction> kernels(DifferentialSystem system) {
        List<KernelFunction> out = new ArrayList<>();
        names.forEach((kernel, name) -> {
            Map<ISymbol, IExpr> derivatives = new LinkedHashMap<>();
            for (ISymbol x : system.jetSpace().base()) {
                if (!Expr.isFreeOf(LinearSolution.argument(kernel), x)) {
                    derivatives.put(x, renamed(Differentiation.derivative(kernel, x)));
                }
            }
            out.add(new KernelFunction((ISymbol) name, KernelMeaning.of(kernel), derivatives));
        });
        return out;
    }

    private CaseResult renamed(CaseResult c) {
        SymmetryAlgebra a = c.algebra();
        return new CaseResult(
                c.condition(),
                c.system(),
                c.determining(),
                new SymmetryAlgebra(
                        a.dimension(),
                        a.infinite(),
                        a.basis().stream().map(this::renamed).toList(),
                        a.constants(),
                        a.general().map(this::renamed),
                        a.assumptions()),
                c.generators().stream()
                        .map(g -> new Judged<>(renamed(g.claim()), g.verdict()))
                        .toList(),
                c.domains(),
                c.commutators(),
                c.group().stream().map(this::renamed).toList(),
                c.conserved().stream()
                        .map(q -> new Judged<>(renamed(q.claim()), q.verdict()))
                        .toList(),
                c.independentConserved(),
                c.solution().stream().map(this::renamed).toList());
    }

    private ConservedQuantity renamed(ConservedQuantity q) {
        return new ConservedQuantity(
                renamed(q.expression()), q.kind(), q.from(), q.domain(), q.branches());
    }

    private GroupAction renamed(GroupAction g) {
        return new GroupAction(
                renamed(g.generator()),
                g.images().stream().map(this::renamed).toList(),
                g.exact(),
                g.order());
    }

    private Generator renamed(Generator x) {
        return new Generator(
                x.coordinates(), x.infinitesimals().stream().map(this::renamed).toList());
    }

    private Step renamed(Step s) {
        return new Step(
                s.stage(),
                s.law(),
                s.why(),
                s.formulas().stream()
                        .map(f -> new Formula(renamed(f.left()), f.right().map(this::renamed)))
                        .toList(),
                s.reference());
    }

    private IExpr renamed(IExpr e) {
        return Expr.substitute(e, names);
    }
}
