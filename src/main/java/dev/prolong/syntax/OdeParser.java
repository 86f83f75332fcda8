package dev.prolong.syntax;

import dev.prolong.source.SourceText;
import java.util.List;

/**
 * The parser of the input language: text to syntax records. The language is described in {@code docs/language.md}, the grammar is
 * {@code grammars/Ode.g4}.
 *
 * <p>Every entry either returns records or throws a {@link dev.prolong.source.DiagnosticException} with all errors found, one per
 * statement at most. No input makes it recurse or grow without bound.
 */
public final class OdeParser {

    private OdeParser() {}

    /** Parses a system: the contents of a file, or one line. */
    public static SystemDeclaration parse(SourceText source) {
        return new SystemDeclaration(source, new SyntaxReader(source).statements());
    }

    /** Parses a single expression, which may be a condition. */
    public static Expression parseExpression(SourceText source) {
        return new SyntaxReader(source).expression();
    }

    /** Parses the components of a claimed generator: {@code t: 1, z: 0} or {@code T=1, Z=0}. */
    public static List<Claim> parseClaims(SourceText source) {
        return new SyntaxReader(source).claims();
    }

    /** Parses the choice of an ansatz: {@code polynomial 2} or {@code T(t), Z(t,z)}. */
    public static AnsatzSyntax parseAnsatz(SourceText source) {
        return new SyntaxReader(source).ansatz();
    }

    /** Parses the rows of a rule file. */
    public static List<RuleRow> parseRules(SourceText source) {
        return new SyntaxReader(source).rows();
    }
}
