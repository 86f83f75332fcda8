package dev.prolong.syntax;

import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import java.util.List;

/** The choice of an ansatz for the infinitesimals, as the user wrote it. */
public sealed interface AnsatzSyntax {

    /** The place in the source text. */
    Span span();

    /** {@code separable} or {@code polynomial 2}; {@code degrees} holds the number, if there is one. */
    record Named(Name name, List<Expression.Numeral> degrees, Span span) implements AnsatzSyntax {
        public Named {
            degrees = List.copyOf(degrees);
        }
    }

    /** {@code T(t), Z(t,z)}: what each infinitesimal depends on. */
    record Explicit(List<Dependence> dependences, Span span) implements AnsatzSyntax {
        public Explicit {
            dependences = List.copyOf(dependences);
        }
    }

    /** {@code Z(t,z)}. */
    record Dependence(Name infinitesimal, List<Name> variables, Span span) {
        public Dependence {
            variables = List.copyOf(variables);
        }
    }
}
