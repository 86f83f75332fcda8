package dev.prolong.syntax;

import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import java.util.List;

/** One statement of a system, as the user wrote it. */
public sealed interface Statement {

    /** The place in the source text. */
    Span span();

    /** {@code system cosine}. */
    record SystemName(Name name, Span span) implements Statement {}

    /** {@code independent t}. */
    record Independent(Name name, Span span) implements Statement {}

    /** {@code parameters theta1 > 0, W[1..2,1..3]}. */
    record Parameters(List<ParameterItem> items, Span span) implements Statement {
        public Parameters {
            items = List.copyOf(items);
        }
    }

    /** A declared parameter; {@code assumptions} holds its relation to 0, if one was stated. */
    record ParameterItem(Declared declared, List<Relation> assumptions) {
        public ParameterItem {
            assumptions = List.copyOf(assumptions);
        }
    }

    /** A declared name with the extents of its indices, none for a scalar. */
    record Declared(Name name, List<Extent> extents, Span span) {
        public Declared {
            extents = List.copyOf(extents);
        }
    }

    /** {@code states z, w[1..3]}. */
    record States(List<Declared> items, Span span) implements Statement {
        public States {
            items = List.copyOf(items);
        }
    }

    /** {@code function f, g}: arbitrary functions. */
    record Functions(List<Name> names, Span span) implements Statement {
        public Functions {
            names = List.copyOf(names);
        }
    }

    /** {@code activation s(x) = x/(1+exp(-x))}. */
    record Activation(Name name, Name variable, Expression body, Span span) implements Statement {}

    /** {@code left = right for i in 1..3}; {@code ranges} is empty for a single equation. */
    record Equation(Expression left, Expression right, List<Range> ranges, Span span) implements Statement {
        public Equation {
            ranges = List.copyOf(ranges);
        }
    }

    /** {@code ansatz separable}. */
    record Ansatz(AnsatzSyntax ansatz, Span span) implements Statement {}

    /** {@code backpropagation u for z, v for theta1}. */
    record Backpropagation(List<Renaming> renamings, Span span) implements Statement {
        public Backpropagation {
            renamings = List.copyOf(renamings);
        }
    }

    /** The adjoint of {@code target} shall be called {@code name}. */
    record Renaming(Name name, Name target) {}

    /**
     * {@code encoder E[1..2,1..3], e[1..2]} or {@code decoder C[1..1,1..2], c[1..1]}: a linear layer around the network.
     *
     * @param parts the matrix and, if there is one, the bias; each one declared name, once arrays are written out its components
     */
    record Layer(boolean encoder, List<List<Declared>> parts, Span span) implements Statement {
        public Layer {
            parts = parts.stream().map(List::copyOf).toList();
        }

        /** Its keyword. */
        public String keyword() {
            return encoder ? "encoder" : "decoder";
        }
    }

    /** {@code lagrangian L = x'^2/2}. */
    record Lagrangian(Name name, Expression body, Span span) implements Statement {}
}
