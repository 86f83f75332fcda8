package dev.prolong.syntax;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.grammar.OdeBaseVisitor;
import dev.prolong.syntax.grammar.OdeParser;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds {@link Statement} records, and the other records larger than an expression, from the parse tree. */
final class StatementBuilder extends OdeBaseVisitor<Statement> {

    private final Diagnostics diagnostics;
    private final ExpressionBuilder expressions;
    private final CallBuilder calls;

    StatementBuilder(Diagnostics diagnostics, ExpressionBuilder expressions) {
        this.diagnostics = diagnostics;
        this.expressions = expressions;
        this.calls = new CallBuilder(diagnostics, expressions);
    }

    Statement statement(OdeParser.StatementContext context) {
        return context.accept(this);
    }

    private Name name(OdeParser.NameContext context) {
        return expressions.name(context);
    }

    private List<Name> names(List<OdeParser.NameContext> contexts) {
        return contexts.stream().map(this::name).toList();
    }

    private List<Expression> values(List<OdeParser.ConditionContext> contexts) {
        return contexts.stream().map(expressions::expression).toList();
    }

    private Span span(ParserRuleContext context) {
        return expressions.span(context);
    }

    @Override
    public Statement visitSystemStatement(OdeParser.SystemStatementContext context) {
        return new Statement.SystemName(name(context.name()), span(context));
    }

    @Override
    public Statement visitIndependentStatement(OdeParser.IndependentStatementContext context) {
        return new Statement.Independent(name(context.name()), span(context));
    }

    @Override
    public Statement visitParametersStatement(OdeParser.ParametersStatementContext context) {
        return new Statement.Parameters(
                context.parameter().stream().map(this::parameter).toList(), span(context));
    }

    private Statement.ParameterItem parameter(OdeParser.ParameterContext context) {
        Statement.Declared declared = declared(context.declared());
        if (context.relation() == null) {
            return new Statement.ParameterItem(declared, List.of());
        }
        TerminalNode bound = context.NUMBER();
        Expression.Numeral number = Numbers.read(bound.getText(), TokenScan.span(bound.getSymbol()), diagnostics);
        if (number.numerator().signum() != 0) {
            diagnostics.report(
                    DiagnosticKind.ASSUMPTION_NOT_ZERO,
                    number.span(),
                    declared.name().text());
        }
        return new Statement.ParameterItem(
                declared, List.of(Relation.of(context.relation().getText())));
    }

    private Statement.Declared declared(OdeParser.DeclaredContext context) {
        List<Extent> extents = context.bounds().stream().map(calls::bounds).toList();
        return new Statement.Declared(name(context.name()), extents, span(context));
    }

    @Override
    public Statement visitStatesStatement(OdeParser.StatesStatementContext context) {
        return new Statement.States(
                context.declared().stream().map(this::declared).toList(), span(context));
    }

    @Override
    public Statement visitFunctionStatement(OdeParser.FunctionStatementContext context) {
        return new Statement.Functions(names(context.name()), span(context));
    }

    @Override
    public Statement visitActivationStatement(OdeParser.ActivationStatementContext context) {
        return new Statement.Activation(
                name(context.name(0)),
                name(context.name(1)),
                expressions.expression(context.condition()),
                span(context));
    }

    @Override
    public Statement visitAnsatzStatement(OdeParser.AnsatzStatementContext context) {
        return new Statement.Ansatz(ansatz(context.ansatz()), span(context));
    }

    @Override
    public Statement visitBackpropagationStatement(OdeParser.BackpropagationStatementContext context) {
        return new Statement.Backpropagation(
                context.renaming().stream()
                        .map(r -> new Statement.Renaming(name(r.name(0)), name(r.name(1))))
                        .toList(),
                span(context));
    }

    @Override
    public Statement visitLayerStatement(OdeParser.LayerStatementContext context) {
        return new Statement.Layer(
                context.ENCODER() != null,
                context.declared().stream().map(d -> List.of(declared(d))).toList(),
                span(context));
    }

    @Override
    public Statement visitLagrangianStatement(OdeParser.LagrangianStatementContext context) {
        return new Statement.Lagrangian(
                name(context.name()), expressions.expression(context.condition()), span(context));
    }

    @Override
    public Statement visitEquationStatement(OdeParser.EquationStatementContext context) {
        return new Statement.Equation(
                expressions.expression(context.condition(0)),
                expressions.expression(context.condition(1)),
                context.range().stream().map(calls::range).toList(),
                span(context));
    }

    AnsatzSyntax ansatz(OdeParser.AnsatzContext context) {
        if (context instanceof OdeParser.NamedAnsatzContext named) {
            List<Expression.Numeral> degrees = named.NUMBER() == null
                    ? List.of()
                    : List.of(Numbers.read(
                            named.NUMBER().getText(),
                            TokenScan.span(named.NUMBER().getSymbol()),
                            diagnostics));
            return new AnsatzSyntax.Named(name(named.name()), degrees, span(named));
        }
        OdeParser.ExplicitAnsatzContext explicit = (OdeParser.ExplicitAnsatzContext) context;
        return new AnsatzSyntax.Explicit(
                explicit.dependence().stream().map(this::dependence).toList(), span(explicit));
    }

    private AnsatzSyntax.Dependence dependence(OdeParser.DependenceContext context) {
        List<Name> names = names(context.name());
        return new AnsatzSyntax.Dependence(names.get(0), names.subList(1, names.size()), span(context));
    }

    List<Claim> claims(List<OdeParser.ClaimContext> contexts) {
        return contexts.stream()
                .map(c -> new Claim(coordinate(c), expressions.expression(c.condition()), span(c)))
                .toList();
    }

    /** {@code z}, or a component {@code W[1,2]}, which is a name too. */
    private Name coordinate(OdeParser.ClaimContext context) {
        Name name = name(context.name());
        if (context.sum().isEmpty()) {
            return name;
        }
        String indices = String.join(
                ",", context.sum().stream().map(ParserRuleContext::getText).toList());
        return new Name(name.text() + "[" + indices + "]", span(context));
    }

    RuleRow row(OdeParser.RowContext context) {
        return new RuleRow(
                diagnostics.source(),
                name(context.name()),
                context.rowName().stream().map(n -> name(n.name())).toList(),
                context.rowVariable().stream().map(this::variable).toList(),
                context.property().stream().map(this::property).toList(),
                span(context));
    }

    private RuleRow.Variable variable(OdeParser.RowVariableContext context) {
        List<Expression> defaults =
                context.condition() == null ? List.of() : List.of(expressions.expression(context.condition()));
        return new RuleRow.Variable(name(context.name()), defaults);
    }

    private RuleRow.Property property(OdeParser.PropertyContext context) {
        return new RuleRow.Property(name(context.name()), values(context.condition()));
    }
}
