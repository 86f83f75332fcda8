package dev.prolong.report;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.derivation.Formula;
import dev.prolong.derivation.Step;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.group.GroupAction;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.SymmetryAlgebra;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** A result put together by hand: the cosine model, with verdicts of every kind. */
final class CosineResult {
    static final ISymbol T = Expr.symbol("t");
    static final ISymbol Z = Expr.symbol("z");
    static final ISymbol A = Expr.symbol("theta1");
    static final ISymbol B = Expr.symbol("theta2");
    static final IExpr X = Expr.plus(Expr.times(A, Z), B);
    static final IExpr F = Expr.apply(Elementary.COS, X);
    static final IExpr SUM = Expr.divide(Expr.apply(Elementary.ATANH, Expr.apply(Elementary.SIN, X)), A);

    private CosineResult() {}

    static DerivationResult make() {
        DifferentialSystem system = new DifferentialSystem(
                "cosine", T, List.of(A, B), List.of(), List.of(new Equation(Z, 1, F)), List.of());
        List<Step> steps = List.of(new Step(
                Step.Stage.INVARIANCE,
                "invariance condition",
                "The prolonged generator vanishes on the equation wherever the equation holds (100 % of it, T_t & so on).",
                List.of(Formula.equation(Expr.symbol("z'"), F)),
                "Olver, section 2.3"));
        Map<String, Double> timings = new LinkedHashMap<>();
        timings.put("total", 0.5);
        CaseResult overall = overall(system);
        return new DerivationResult(
                system,
                AnsatzChoice.of(AnsatzChoice.Kind.SEPARABLE),
                overall,
                List.of(),
                steps,
                List.of("the Lie series was cut <after> 4 orders"),
                timings);
    }

    private static CaseResult overall(DifferentialSystem system) {
        Generator x1 = generator(Expr.ONE, Expr.ZERO);
        Generator x2 = generator(Expr.ZERO, F);
        Generator x3 = generator(T, Expr.times(F, SUM));
        IExpr c1 = Expr.symbol("c1");
        IExpr c2 = Expr.symbol("c2");
        IExpr c3 = Expr.symbol("c3");
        Generator general =
                generator(Expr.plus(Expr.times(c3, T), c1), Expr.times(F, Expr.plus(Expr.times(c3, SUM), c2)));
        SymmetryAlgebra algebra = new SymmetryAlgebra(
                Optional.of(3),
                false,
                List.of(x1, x2, x3),
                List.of((ISymbol) c1, (ISymbol) c2, (ISymbol) c3),
                Optional.of(general),
                List.of(Assumption.nonzero(A)));
        Verdict proved = new Verdict.Proved();
        IExpr branch = Condition.and(List.of(
                Condition.compare(Expr.negate(Expr.divide(Expr.PI, Expr.TWO)), S.Less, X),
                Condition.compare(X, S.Less, Expr.divide(Expr.PI, Expr.TWO))));
        ConservedQuantity integral = new ConservedQuantity(
                Expr.minus(SUM, T),
                ConservedQuantity.Kind.FIRST_INTEGRAL,
                List.of(2),
                Optional.empty(),
                List.of(branch));
        ConservedQuantity wrong = new ConservedQuantity(
                Expr.minus(Z, T), ConservedQuantity.Kind.PRINTED, List.of(), Optional.empty(), List.of());
        Map<ISymbol, String> point = new LinkedHashMap<>();
        point.put(T, "0.5");
        point.put(Z, "0.2");
        return new CaseResult(
                Optional.empty(),
                system,
                determining(),
                algebra,
                List.of(
                        new Judged<>(x1, proved),
                        new Judged<>(x2, proved),
                        new Judged<>(x3, new Verdict.Supported(20, 30))),
                List.of(Optional.empty(), Optional.empty(), Optional.of(branch)),
                List.of(
                        List.of(Expr.ZERO, Expr.ZERO, Expr.symbol("X1")),
                        List.of(Expr.ZERO, Expr.ZERO, Expr.symbol("X2")),
                        List.of(Expr.negate(Expr.symbol("X1")), Expr.negate(Expr.symbol("X2")), Expr.ZERO)),
                List.of(
                        new GroupAction(x1, List.of(Expr.plus(T, Expr.symbol("eps")), Z), true, 0),
                        new GroupAction(x3, List.of(Expr.times(Expr.exp(Expr.symbol("eps")), T), Z), false, 4)),
                List.of(
                        new Judged<>(integral, proved),
                        new Judged<>(wrong, new Verdict.Refuted(new Verdict.Witness(point, "-0.25", "the rate")))),
                1,
                List.of());
    }

    private static Generator generator(IExpr t, IExpr z) {
        return new Generator(List.of(T, Z), List.of(t, z));
    }

    private static DeterminingSystem determining() {
        UnknownFunction t = new UnknownFunction(Expr.symbol("T"), T, List.of(T));
        UnknownFunction z = new UnknownFunction(Expr.symbol("Z"), Z, List.of(Z));
        Map<UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
        terms.put(new UnknownDerivative(1, List.of(1)), F);
        terms.put(new UnknownDerivative(0, List.of(1)), Expr.negate(F));
        terms.put(new UnknownDerivative(1, List.of(0)), Expr.times(A, Expr.apply(Elementary.SIN, X)));
        return new DeterminingSystem(List.of(t, z), List.of(new LinearEquation(terms)));
    }
}
