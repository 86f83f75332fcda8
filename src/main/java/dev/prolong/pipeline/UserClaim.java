package dev.prolong.pipeline;

import dev.prolong.equation.Claims;
import java.util.List;
import org.matheclipse.core.interfaces.ISymbol;

/** What a user claims of a system. */
public sealed interface UserClaim {
    /** The claim as the user wrote it. */
    String text();

    /** Names in it that the system does not know: free constants. */
    List<ISymbol> constants();

    /** That this is a symmetry. */
    record Symmetry(String text, Claims.GeneratorClaim claim) implements UserClaim {
        @Override
        public List<ISymbol> constants() {
            return claim.constants();
        }
    }

    /** That this is conserved. */
    record Quantity(String text, Claims.QuantityClaim claim) implements UserClaim {
        @Override
        public List<ISymbol> constants() {
            return claim.constants();
        }
    }
}
