package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Prolong;
import dev.prolong.algebra.InputForm;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the quantities of one system. */
final class ConservedQuantitiesTest {
    private static List<Judged<ConservedQuantity>> all(String source) {
        Options full = Options.DEFAULT.withIntegrals(IntegralSearch.FULL);
        return Prolong.derive(source, full).overall().conserved();
    }

    private static List<String> texts(List<Judged<ConservedQuantity>> quantities) {
        return quantities.stream()
                .map(q -> InputForm.of(q.claim().expression()))
                .toList();
    }

    @Test
    void aStateThatStandsStillIsConservedItself() {
        assertThat(texts(all("x' = y*z; y' = -x*z; z' = 0"))).contains("z", "x^2 + y^2");
        assertThat(texts(all("z' = 1/(1 + exp(-b))"))).contains("z*(exp(-b) + 1) - t");
    }

    /** Where {@code w/g − t} is not defined, at {@code g = 0}, the others still are. */
    @Test
    void aCaseHasOnlyWhatTheOthersDoNot() {
        List<Judged<ConservedQuantity>> all = all("w' = g; u' = b*v; v' = -b*u; z' = w");
        List<Judged<ConservedQuantity>> cases = all.stream()
                .filter(q -> q.verdict() instanceof Verdict.Conditional)
                .toList();
        assertThat(texts(all)).contains("w/g - t", "u^2 + v^2", "z - t*w").doesNotHaveDuplicates();
        assertThat(texts(cases)).contains("z - t*w").doesNotContain("u^2 + v^2");
    }
}
