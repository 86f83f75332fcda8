package dev.prolong.syntax;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.SourceText;
import dev.prolong.source.Span;
import dev.prolong.syntax.grammar.OdeParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads one text: scans it, runs the generated parser on each statement, builds the records. */
final class SyntaxReader {

    private final Diagnostics diagnostics;
    private final StatementBuilder statementBuilder;
    private final ExpressionBuilder expressionBuilder;

    SyntaxReader(SourceText source) {
        this.diagnostics = new Diagnostics(source);
        this.expressionBuilder = new ExpressionBuilder(diagnostics);
        this.statementBuilder = new StatementBuilder(diagnostics, expressionBuilder);
    }

    List<Statement> statements() {
        return each(OdeParser::statementEntry, c -> statementBuilder.statement(c.statement()));
    }

    List<RuleRow> rows() {
        return each(OdeParser::rowEntry, c -> statementBuilder.row(c.row()));
    }

    Expression expression() {
        return one(OdeParser::expressionEntry, c -> expressionBuilder.expression(c.condition()));
    }

    List<Claim> claims() {
        return one(OdeParser::claimsEntry, c -> statementBuilder.claims(c.claim()));
    }

    AnsatzSyntax ansatz() {
        return one(OdeParser::ansatzEntry, c -> statementBuilder.ansatz(c.ansatz()));
    }

    private <C extends ParserRuleContext, R> List<R> each(Function<OdeParser, C> entry, Function<C, R> build) {
        List<R> built = new ArrayList<>();
        for (List<Token> statement : scan()) {
            if (!diagnostics.isFull()) {
                run(statement, entry).ifPresent(c -> built.add(build.apply(c)));
            }
        }
        diagnostics.throwIfAny();
        return built;
    }

    private <C extends ParserRuleContext, R> R one(Function<OdeParser, C> entry, Function<C, R> build) {
        List<List<Token>> statements = scan();
        Optional<R> built = run(statements.get(0), entry).map(build);
        if (diagnostics.isEmpty() && statements.size() > 1) {
            Span rest = TokenScan.span(statements.get(1).get(0));
            diagnostics.report(
                    DiagnosticKind.UNEXPECTED_TOKEN, rest, diagnostics.source().slice(rest), "the end of the input");
        }
        diagnostics.throwIfAny();
        return built.orElseThrow();
    }

    private List<List<Token>> scan() {
        List<List<Token>> statements = TokenScan.statements(diagnostics);
        if (statements.isEmpty()) {
            diagnostics.report(DiagnosticKind.EMPTY_INPUT, Span.START);
            diagnostics.throwIfAny();
        }
        return statements;
    }

    private <C extends ParserRuleContext> Optional<C> run(List<Token> statement, Function<OdeParser, C> entry) {
        OdeParser parser = new OdeParser(new CommonTokenStream(new ListTokenSource(statement)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return Optional.of(entry.apply(parser));
        } catch (ParseCancellationException stop) {
            if (!(stop.getCause() instanceof RecognitionException error)) {
                throw stop;
            }
            new SyntaxErrors(diagnostics, statement).report(error);
            return Optional.empty();
        }
    }
}
