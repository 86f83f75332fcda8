package dev.prolong.syntax;

import dev.prolong.source.SourceText;
import java.util.List;

/**
 * The statements of a system in the order of the text.
 *
 * @param source the text that the spans refer to
 * @param statements at least one
 */
public record SystemDeclaration(SourceText source, List<Statement> statements) {

    public SystemDeclaration {
        statements = List.copyOf(statements);
    }

    /** The statements of one kind, in their order. */
    public <S extends Statement> List<S> all(Class<S> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
