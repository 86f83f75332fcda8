package dev.prolong.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layer table of {@code docs/architecture.md}: lowest first, the packages of one row do not know each other. */
final class Layers {
    private static final String ROOT = "dev.prolong";
    /** The root package, which holds the library's entry point. */
    private static final String API = "(api)";

    static final List<List<String>> TABLE = List.of(
            List.of("source"),
            List.of("syntax", "algebra"),
            List.of("jet", "derivation"),
            List.of("equation", "symmetry"),
            List.of("prolongation"),
            List.of("determining"),
            List.of("ansatz"),
            List.of("group", "conservation", "verification"),
            List.of("pipeline"),
            List.of("codegen", "report"),
            List.of(API),
            List.of("playground"),
            List.of("cli"));

    private Layers() {}

    /** The package of the table that holds a class, sub-packages counted in; empty for classes that are not prolong's. */
    static Optional<String> packageOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(ROOT)) {
            return Optional.of(API);
        }
        return name.startsWith(ROOT + ".")
                ? Optional.of(name.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
                : Optional.empty();
    }

    /** The row of a package, -1 where the table does not list it. */
    static int rowOf(String name) {
        for (int row = 0; row < TABLE.size(); row++) {
            if (TABLE.get(row).contains(name)) {
                return row;
            }
        }
        return -1;
    }

    /** Holds for a class of a listed package whose dependencies inside prolong are all of its own package or of a lower row. */
    static ArchCondition<JavaClass> useLowerLayersOnly() {
        return new ArchCondition<>("be in a listed package and use lower layers only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = packageOf(type).orElseThrow();
                if (rowOf(own) < 0) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no listed package"));
                }
                upward(type, own).forEach(each -> events.add(SimpleConditionEvent.violated(type, each)));
            }
        };
    }

    private static List<String> upward(JavaClass type, String own) {
        List<String> found = new ArrayList<>();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            packageOf(dependency.getTargetClass().getBaseComponentType())
                    .filter(other -> !other.equals(own) && rowOf(other) >= rowOf(own))
                    .ifPresent(other -> found.add(own + " uses " + other + ": " + dependency.getDescription()));
        }
        return found;
    }
}
