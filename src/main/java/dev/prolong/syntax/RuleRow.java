package dev.prolong.syntax;

import dev.prolong.source.SourceText;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import java.util.List;
import java.util.Optional;

/**
 * One row of a rule file, {@code kind name, alias (x, beta = 1) { property = expression, ...; ... }}. What the properties mean is the
 * affair of the package that uses the kind.
 *
 * @param source the rule file
 * @param kind for example {@code activation} or {@code integral}
 * @param names the name and its aliases, at least one
 * @param variables the first is the variable of the rule, the others are parameters
 * @param properties in the order of the file
 */
public record RuleRow(
        SourceText source,
        Name kind,
        List<Name> names,
        List<Variable> variables,
        List<Property> properties,
        Span span) {

    public RuleRow {
        names = List.copyOf(names);
        variables = List.copyOf(variables);
        properties = List.copyOf(properties);
    }

    /** A variable of a rule; {@code defaults} holds its default value, if it has one. */
    public record Variable(Name name, List<Expression> defaults) {
        public Variable {
            defaults = List.copyOf(defaults);
        }
    }

    /** {@code name = value, value, ...}. */
    public record Property(Name name, List<Expression> values) {
        public Property {
            values = List.copyOf(values);
        }
    }

    /** The name of the row, its first one. */
    public String name() {
        return names.get(0).text();
    }

    /** The values of a property, if the row has it. */
    public Optional<List<Expression>> property(String name) {
        return properties.stream()
                .filter(p -> p.name().text().equals(name))
                .map(Property::values)
                .findFirst();
    }
}
