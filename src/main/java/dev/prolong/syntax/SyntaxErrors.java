package dev.prolong.syntax;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.source.Spelling;
import dev.prolong.syntax.grammar.OdeParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words why a statement does not fit the grammar. */
final class SyntaxErrors {

    private static final List<String> KEYWORDS = List.of(
            "system",
            "independent",
            "parameters",
            "states",
            "function",
            "activation",
            "encoder",
            "decoder",
            "ansatz",
            "backpropagation",
            "lagrangian");
    private static final int MOST_EXPECTED = 5;

    private final Diagnostics diagnostics;
    private final List<Token> statement;

    SyntaxErrors(Diagnostics diagnostics, List<Token> statement) {
        this.diagnostics = diagnostics;
        this.statement = statement;
    }

    void report(RecognitionException error) {
        int index = error.getOffendingToken().getTokenIndex();
        if (error.getCtx() instanceof OdeParser.LeibnizContext leibniz
                && leibniz.name().size() > 1) {
            index = leibniz.name(1).getStart().getTokenIndex();
        }
        Token offending = statement.get(index);
        boolean adjacent = index > 0 && endsOperand(statement.get(index - 1)) && startsOperand(offending);
        if (index == 1 && offending.getType() == Token.EOF && isDeclaration(statement.get(0))) {
            report(DiagnosticKind.UNEXPECTED_TOKEN, offending, found(offending), "a name");
        } else if (adjacent && index == 1) {
            reportUnknownStatement(offending);
        } else if (adjacent && !inDeclaration()) {
            report(DiagnosticKind.IMPLICIT_MULTIPLICATION, offending, found(offending));
        } else if (offending.getType() == OdeParser.ASSIGN) {
            boolean first = statement.subList(0, index).stream().noneMatch(t -> t.getType() == OdeParser.ASSIGN);
            boolean bracketed = statement.subList(0, index).stream().anyMatch(t -> t.getType() == OdeParser.OPEN)
                    && !(error.getCtx() instanceof OdeParser.StatementEntryContext);
            report(first || bracketed ? DiagnosticKind.MISPLACED_EQUALS : DiagnosticKind.CHAINED_EQUATION, offending);
        } else {
            reportExpected(error, offending);
        }
    }

    private void reportUnknownStatement(Token second) {
        Token first = statement.get(0);
        List<String> near = Spelling.nearest(first.getText(), KEYWORDS);
        if (near.isEmpty()) {
            report(DiagnosticKind.IMPLICIT_MULTIPLICATION, second, found(second));
        } else {
            diagnostics.report(Diagnostic.of(
                            DiagnosticKind.BAD_STATEMENT, diagnostics.source(), TokenScan.span(first), found(first))
                    .suggesting(near));
        }
    }

    private void reportExpected(RecognitionException error, Token offending) {
        IntervalSet expected = error.getExpectedTokens();
        if (expected.contains(OdeParser.NUMBER)) {
            report(DiagnosticKind.EXPECTED_OPERAND, offending, found(offending));
        } else {
            report(DiagnosticKind.UNEXPECTED_TOKEN, offending, found(offending), describe(expected));
        }
    }

    private void report(DiagnosticKind kind, Token at, String... arguments) {
        Span span = TokenScan.span(at);
        diagnostics.report(kind, span, arguments);
    }

    /** Whether the statement is a list of names after a keyword, where nothing is multiplied. */
    private boolean inDeclaration() {
        return isName(statement.get(1))
                && (isDeclaration(statement.get(0)) || statement.get(0).getType() == OdeParser.BACKPROPAGATION)
                && statement.get(0).getType() != OdeParser.ACTIVATION;
    }

    /** Whether a word can begin a declaration that goes on with a name. */
    private static boolean isDeclaration(Token word) {
        return word.getType() >= OdeParser.SYSTEM && word.getType() <= OdeParser.ANSATZ;
    }

    private static boolean isName(Token token) {
        return token.getType() == OdeParser.NAME
                || token.getType() >= OdeParser.SYSTEM && token.getType() <= OdeParser.OR;
    }

    private static boolean startsOperand(Token token) {
        return isName(token) || token.getType() == OdeParser.NUMBER || token.getType() == OdeParser.OPEN;
    }

    private static boolean endsOperand(Token token) {
        return isName(token)
                || token.getType() == OdeParser.NUMBER
                || token.getType() == OdeParser.CLOSE
                || token.getType() == OdeParser.CLOSE_INDEX
                || token.getType() == OdeParser.PRIME;
    }

    private static String found(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end of the statement";
            case OdeParser.NEWLINE -> "the end of the line";
            default -> "`" + token.getText() + "`";
        };
    }

    private static String describe(IntervalSet expected) {
        Set<String> words = new LinkedHashSet<>();
        for (int type : expected.toList()) {
            words.add(describe(type));
        }
        List<String> shown = words.stream().limit(MOST_EXPECTED).toList();
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        return String.join(", ", shown.subList(0, shown.size() - 1)) + " or " + shown.get(shown.size() - 1);
    }

    private static String describe(int type) {
        if (type == Token.EOF) {
            return "the end of the statement";
        }
        if (type == OdeParser.NEWLINE) {
            return "the end of the line";
        }
        if (type == OdeParser.NAME || type >= OdeParser.SYSTEM && type <= OdeParser.OR) {
            return "a name";
        }
        String literal = OdeParser.VOCABULARY.getLiteralName(type);
        return literal == null
                ? "a number"
                : "`" + literal.substring(1, literal.length() - 1).replace("\\", "") + "`";
    }
}
