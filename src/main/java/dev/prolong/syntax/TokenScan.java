package dev.prolong.syntax;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.SourceText;
import dev.prolong.source.Span;
import dev.prolong.syntax.grammar.OdeLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a text into statements: lists of tokens, each ended by an EOF token. Statements end at line ends and semicolons outside brackets;
 * line ends inside round and square brackets are dropped. All that could make the parser recurse or grow without bound is refused here:
 * too many tokens, brackets nested too deep or not matching.
 */
final class TokenScan {

    private final Diagnostics diagnostics;
    private final Offsets offsets;
    private final Deque<Token> open = new ArrayDeque<>();
    private final List<List<Token>> statements = new ArrayList<>();
    private List<Token> current = new ArrayList<>();

    private TokenScan(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.offsets = new Offsets(diagnostics.source().text());
    }

    /**
     * The statements of a text.
     *
     * @throws dev.prolong.source.DiagnosticException if there are bad characters, brackets that do not match, or too much of anything
     */
    static List<List<Token>> statements(Diagnostics diagnostics) {
        TokenScan scan = new TokenScan(diagnostics);
        scan.run();
        diagnostics.throwIfAny();
        return scan.statements;
    }

    private void run() {
        SourceText source = diagnostics.source();
        OdeLexer lexer = new OdeLexer(CharStreams.fromString(source.text(), source.name()));
        lexer.removeErrorListeners();
        int count = 0;
        while (!diagnostics.isFull()) {
            CommonToken token = (CommonToken) lexer.nextToken();
            offsets.toUtf16(token);
            if (token.getType() == Token.EOF) {
                break;
            }
            if (++count > Limits.TOKENS) {
                diagnostics.report(DiagnosticKind.TOO_MANY_TOKENS, span(token), Integer.toString(Limits.TOKENS));
                return;
            }
            accept(token);
        }
        endOfStatement();
        reportOpen();
    }

    private void accept(CommonToken token) {
        switch (token.getType()) {
            case OdeLexer.UNKNOWN -> ForeignCharacter.report(diagnostics, span(token));
            case OdeLexer.NEWLINE -> lineEnd(token);
            case OdeLexer.SEMICOLON -> semicolon(token);
            case OdeLexer.OPEN, OdeLexer.OPEN_INDEX, OdeLexer.OPEN_BLOCK -> open(token);
            case OdeLexer.CLOSE, OdeLexer.CLOSE_INDEX, OdeLexer.CLOSE_BLOCK -> close(token);
            default -> current.add(token);
        }
    }

    private boolean inBlock() {
        Token top = open.peek();
        return top != null && top.getType() == OdeLexer.OPEN_BLOCK;
    }

    private void lineEnd(Token token) {
        if (open.isEmpty()) {
            endOfStatement();
        } else if (inBlock()) {
            current.add(token);
        }
    }

    private void semicolon(Token token) {
        if (inBlock()) {
            current.add(token);
        } else {
            reportOpen();
            endOfStatement();
        }
    }

    private void open(Token token) {
        current.add(token);
        open.push(token);
        if (open.size() == Limits.NESTING + 1) {
            diagnostics.report(DiagnosticKind.NESTING_TOO_DEEP, span(token), Integer.toString(Limits.NESTING));
        }
    }

    private void close(Token token) {
        current.add(token);
        Token opener = open.poll();
        if (opener == null) {
            diagnostics.report(DiagnosticKind.UNOPENED_BRACKET, span(token), token.getText(), partner(token.getText()));
        } else if (!partner(opener.getText()).equals(token.getText())) {
            int line = diagnostics.source().position(opener.getStartIndex()).line();
            diagnostics.report(
                    DiagnosticKind.MISMATCHED_BRACKET,
                    span(token),
                    token.getText(),
                    opener.getText(),
                    Integer.toString(line),
                    partner(opener.getText()));
        }
    }

    private void reportOpen() {
        if (open.size() <= Limits.NESTING && !open.isEmpty()) {
            Token token = open.peek();
            diagnostics.report(DiagnosticKind.UNCLOSED_BRACKET, span(token), token.getText(), partner(token.getText()));
        }
        open.clear();
    }

    private static String partner(String bracket) {
        return switch (bracket) {
            case "(" -> ")";
            case ")" -> "(";
            case "[" -> "]";
            case "]" -> "[";
            case "{" -> "}";
            default -> "{";
        };
    }

    private void endOfStatement() {
        if (!current.isEmpty()) {
            int end = current.get(current.size() - 1).getStopIndex();
            CommonToken eof = new CommonToken(Token.EOF, "");
            eof.setStartIndex(end + 1);
            eof.setStopIndex(end);
            current.add(eof);
            statements.add(current);
            current = new ArrayList<>();
        }
    }

    /** The place of a token; the EOF token has an empty span. */
    static Span span(Token token) {
        return new Span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** Turns the code point offsets of the lexer into UTF-16 offsets, which differ only where the text has supplementary characters. */
    private static final class Offsets {
        private final String text;
        private final boolean same;
        private int codePoints;
        private int units;

        Offsets(String text) {
            this.text = text;
            this.same = text.codePointCount(0, text.length()) == text.length();
        }

        void toUtf16(CommonToken token) {
            if (!same) {
                String shown = token.getText();
                units = text.offsetByCodePoints(units, token.getStartIndex() - codePoints);
                codePoints = token.getStartIndex();
                int after = token.getStopIndex() + 1 - codePoints;
                token.setText(shown);
                token.setStartIndex(units);
                token.setStopIndex(text.offsetByCodePoints(units, Math.max(after, 0)) - 1);
            }
        }
    }
}
