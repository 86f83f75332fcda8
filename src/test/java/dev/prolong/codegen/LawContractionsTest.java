package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prolong.Prolong;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.equation.ComponentName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.ISymbol;

/** Laws as contractions of whole arrays: multiplied out by loops they are the laws that were proved, at random points. */
final class LawContractionsTest {
    private static final long SEED = 43;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z' = cos(theta1*z + theta2); backpropagation",
                "states z[1..2]; parameters W[1..2,1..2], b[1..2]; function s;"
                        + " z[i]' = s(sum(j in 1..2, W[i,j]*z[j]) + b[i]) for i in 1..2; backpropagation; ansatz equivalence",
                "states z[1..2]; parameters k, A[1..2,1..3], W[1..3,1..2], b[1..3], c[1..2]; function s;"
                        + " z[i]' = -k*z[i] + sum(m in 1..3, A[i,m]*s(sum(j in 1..2, W[m,j]*z[j]) + b[m])) + c[i] for i in 1..2;"
                        + " backpropagation; ansatz equivalence",
                TorchTargetTest.NETWORK
            })
    void theyAreTheLaws(String source) {
        AuditLaws laws = laws(source);
        LawContractions contractions = LawContractions.of(laws).orElseThrow();
        List<ISymbol> symbols = new ArrayList<>();
        laws.adjoints().forEach((s, adjoint) -> symbols.addAll(List.of(s, adjoint)));
        double[] point = new Random(SEED).doubles(symbols.size(), -1, 1).toArray();
        Map<String, Double> values = new HashMap<>();
        laws.adjoints().forEach((s, adjoint) -> {
            values.put(s.getSymbolName(), point[symbols.indexOf(s)]);
            values.put("adjoint of " + s.getSymbolName(), point[symbols.indexOf(adjoint)]);
        });
        List<Double> wanted = laws.laws().stream()
                .map(law -> DoubleEvaluation.of(law.expression(), symbols).at(point))
                .sorted()
                .toList();
        List<Double> found = new ArrayList<>();
        for (LawContractions.Law law : contractions.forms()) {
            assignments(law.letters(), contractions, law)
                    .forEach(at -> found.add(law.terms().stream()
                            .mapToDouble(t -> value(t, at, contractions, values))
                            .sum()));
        }
        found.sort(null);
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(found.get(i)).isCloseTo(wanted.get(i), within(1e-13));
        }
    }

    /** With vectors of one component the law of a matrix could be one of many. */
    @Test
    void sizesThatLeaveTheFormOpenAreLeftOut() {
        AuditLaws laws = laws("states z[1..1]; parameters W[1..1,1..1], b[1..1]; function s;"
                + " z[i]' = s(sum(j in 1..1, W[i,j]*z[j]) + b[i]) for i in 1..1; backpropagation; ansatz equivalence");
        assertThat(LawContractions.of(laws)).isEmpty();
    }

    private static AuditLaws laws(String source) {
        return AuditLaws.discrete(CodeRequest.of(Prolong.derive(source), "", "prolong generate"))
                .orElseThrow();
    }

    private static double value(
            LawContractions.Term term,
            Map<Character, Integer> kept,
            LawContractions contractions,
            Map<String, Double> values) {
        String letters = String.join("", term.letters());
        StringBuilder free = new StringBuilder();
        letters.chars()
                .filter(c -> !kept.containsKey((char) c) && free.indexOf(String.valueOf((char) c)) < 0)
                .forEach(c -> free.append((char) c));
        double sum = 0;
        for (Map<Character, Integer> inner : assignments(free.toString(), contractions, term)) {
            Map<Character, Integer> at = new HashMap<>(kept);
            at.putAll(inner);
            double product = Double.parseDouble(term.coefficient());
            for (int o = 0; o < term.arrays().size(); o++) {
                List<Integer> indices = term.letters()
                        .get(o)
                        .chars()
                        .mapToObj(c -> at.get((char) c))
                        .toList();
                String name = indices.isEmpty()
                        ? term.arrays().get(o)
                        : new ComponentName(term.arrays().get(o), indices).text();
                product *= values.get(o == 0 ? "adjoint of " + name : name);
            }
            sum += product;
        }
        return sum;
    }

    private static List<Map<Character, Integer>> assignments(
            String letters, LawContractions contractions, LawContractions.Law law) {
        return assignments(letters, contractions, law.terms().toArray(LawContractions.Term[]::new));
    }

    private static List<Map<Character, Integer>> assignments(
            String letters, LawContractions contractions, LawContractions.Term... terms) {
        List<Map<Character, Integer>> out = new ArrayList<>(List.of(Map.of()));
        for (int k = 0; k < letters.length(); k++) {
            char letter = letters.charAt(k);
            int extent = extent(letter, contractions, terms);
            List<Map<Character, Integer>> next = new ArrayList<>();
            for (Map<Character, Integer> map : out) {
                for (int i = 1; i <= extent; i++) {
                    Map<Character, Integer> more = new HashMap<>(map);
                    more.put(letter, i);
                    next.add(more);
                }
            }
            out = next;
        }
        return out;
    }

    private static int extent(char letter, LawContractions contractions, LawContractions.Term... terms) {
        List<ParameterArrays> arrays = new ArrayList<>(contractions.states());
        arrays.addAll(contractions.parameters());
        for (LawContractions.Term term : terms) {
            for (int o = 0; o < term.arrays().size(); o++) {
                int place = term.letters().get(o).indexOf(letter);
                String name = term.arrays().get(o);
                if (place >= 0) {
                    return arrays.stream()
                            .filter(a -> a.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .shape()
                            .get(place);
                }
            }
        }
        throw new AssertionError("no array has the index " + letter);
    }
}
