package dev.prolong.codegen;

import dev.prolong.algebra.Assumption;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.group.GroupAction;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.symmetry.Generator;
import dev.prolong.verification.Judged;
import java.util.List;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What a target turns into source code: a system and what was derived for it.
 *
 * @param assumptions what was taken as non-zero or positive on the way
 * @param generators numbered from 1, as the quantities refer to them
 * @param quantities named {@code I1, I2, ..} in this order
 * @param group the flows of generators, where known
 * @param packageName of the generated classes; empty for the unnamed package
 * @param command that makes the same files again
 */
public record CodeRequest(
        DifferentialSystem system,
        List<Assumption> assumptions,
        List<Generator> generators,
        List<Judged<ConservedQuantity>> quantities,
        List<GroupAction> group,
        String packageName,
        String command) {
    public CodeRequest {
        assumptions = List.copyOf(assumptions);
        generators = List.copyOf(generators);
        quantities = List.copyOf(quantities);
        group = List.copyOf(group);
        if (!JavaNames.isPackageName(packageName)) {
            throw new IllegalArgumentException("not a package name: " + packageName);
        }
    }

    /** What was derived, all of its quantities but the printed forms, which hold under conditions on constants of their own. */
    public static CodeRequest of(DerivationResult result, String packageName, String command) {
        CaseResult overall = result.overall();
        return new CodeRequest(
                result.system(),
                overall.algebra().assumptions(),
                overall.generators().stream().map(Judged::claim).toList(),
                overall.conserved().stream()
                        .filter(q -> q.claim().kind() != ConservedQuantity.Kind.PRINTED)
                        .toList(),
                overall.group(),
                packageName,
                command);
    }

    /** The entries of the array {@code x}: the states, and of a system of higher order their derivatives below its order. */
    List<ISymbol> coordinates() {
        List<ISymbol> free = system.jetSpace().free();
        return free.subList(1, free.size());
    }

    /** The name of the quantity with this index. */
    static String name(int index) {
        return "I" + (index + 1);
    }
}
