package dev.prolong.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Code with loops over vectors and matrices computes what code written out component by component computes, in a length of its own. */
final class LoopCodeTest {
    private static final long SEED = 31;
    private static final ClassName LOOPS = ClassName.get("loops", "Loops");
    private static final ClassName FLAT = ClassName.get("loops", "Flat");

    private static CodeRequest network(int d, int h, String activation) {
        return request("""
                states z[1..D]
                parameters W1[1..H,1..D], b1[1..H], W2[1..D,1..H], b2[1..D]
                z[i]' = sum(k in 1..H, W2[i,k]*S(sum(j in 1..D, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..D
                """.replace("D", "" + d).replace("H", "" + h).replace("S(", activation + "("));
    }

    private static CodeRequest request(String system) {
        return new CodeRequest(Read.system(system), List.of(), List.of(), List.of(), List.of(), "loops", "prolong");
    }

    @ParameterizedTest
    @CsvSource({"2,3,tanh", "3,5,softplus", "3,3,relu"})
    void modelsEqualThoseWrittenOut(int d, int h, String activation) {
        compare(network(d, h, activation));
    }

    @Test
    @Tag("slow")
    void aModelOfEightStatesEqualsTheOneWrittenOut() {
        compare(network(8, 16, "tanh"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "states z[1..3]; parameters W[1..3,1..3], b[1..3]; z[i]' = tanh(sum(j in 1..3, W[i,j]*z[j]) + b[i]) for i in 1..3",
                "states z[1..3]; parameters W[1..3,1..3], k; z[i]' = -k*z[i] + sum(j in 1..3, W[i,j]*tanh(z[j])) for i in 1..3",
                "states z[1..4]; parameters a; z[i]' = a*z[i]/(1 + sum(j in 1..4, z[j]^2)) + t for i in 1..4",
                "states z[1..3], y; parameters c[1..3]; z[i]' = c[i]*y for i in 1..3; y' = sum(i in 1..3, z[i]^2) - y",
                "states z[1..3]; z[i]' = exp(z[i])/sum(j in 1..3, exp(z[j])) for i in 1..3",
                "states z[1..2]; parameters A[1..2,1..2], B[1..2,1..2]; z[i]' = tanh(sum(j in 1..2, A[i,j]*tanh(sum(l in 1..2,"
                        + " B[j,l]*z[l])))) for i in 1..2",
                "states z[1..3]; parameters k; z[1]' = k*z[2]*z[3]; z[2]' = z[1] - t; z[3]' = z[1]*z[2]^2",
                "states q[1..2]; parameters w[1..2]; q[i]'' = -w[i]^2*q[i] for i in 1..2"
            })
    void otherSystemsWithVectors(String system) {
        compare(request(system));
    }

    @Test
    void theLengthDoesNotGrowWithTheVectors() {
        assertThat(lines(6, 9)).isEqualTo(lines(3, 5));
        assertThat(linesOfQuantity(4, 5)).isEqualTo(linesOfQuantity(3, 4));
    }

    private static long linesOfQuantity(int d, int h) {
        CodeRequest request = withAdjoints(d, h);
        String text =
                "sum(i in 1..D, u[i]*(sum(k in 1..H, W2[i,k]*tanh(sum(j in 1..D, W1[k,j]*z[j]) + b1[k])) + b2[i]))"
                        .replace("D", "" + d)
                        .replace("H", "" + h);
        IExpr value = StableForms.instance().of(Read.expression(text, request.system()));
        QuantityLoops loops = new QuantityLoops(request, value, velocities(request), () -> {
            throw new AssertionError("no form with loops");
        });
        return source("Loops", loops).content().lines().count();
    }

    private static CodeRequest withAdjoints(int d, int h) {
        return request("""
                states z[1..D]
                parameters W1[1..H,1..D], b1[1..H], W2[1..D,1..H], b2[1..D]
                z[i]' = sum(k in 1..H, W2[i,k]*tanh(sum(j in 1..D, W1[k,j]*z[j]) + b1[k])) + b2[i] for i in 1..D
                backpropagation u for z, v2 for W2, w2 for b2, v1 for W1, w1 for b1
                """.replace("D", "" + d).replace("H", "" + h));
    }

    private static List<ISymbol> velocities(CodeRequest request) {
        return request.coordinates().stream()
                .map(s -> Expr.symbol(s.getSymbolName() + " velocity"))
                .toList();
    }

    /** The law u·f of a network with a hidden layer and its adjoints, whose squared gradient has third derivatives. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(i in 1..2, u[i]*(sum(k in 1..2, W2[i,k]*tanh(sum(j in 1..2, W1[k,j]*z[j]) + b1[k])) + b2[i]))",
                "u[1]*z[2] + sum(k in 1..2, v2[1,k]*W2[2,k]) - sum(k in 1..2, W1[k,1]*v1[k,2]) + w2[1]*b2[2]",
                "u[2] - sum(k in 1..2, W1[k,2]*w1[k])*t"
            })
    void quantitiesEqualThoseWrittenOut(String quantity) {
        CodeRequest request = withAdjoints(2, 2);
        IExpr value = StableForms.instance().of(Read.expression(quantity, request.system()));
        List<ISymbol> velocities = velocities(request);
        Supplier<QuantityBodies> flat = () ->
                new QuantityWrittenOut(request, value, false, velocities, new Integrands(StableForms.instance()::of));
        ClassLoader loader = InMemoryCompiler.compile(List.of(
                source("Loops", new QuantityLoops(request, value, velocities, flat)), source("Flat", flat.get())));
        GeneratedClass loops = new GeneratedClass(loader, "loops.Loops");
        GeneratedClass written = new GeneratedClass(loader, "loops.Flat");
        int n = request.coordinates().size();
        int m = request.system().parameters().size();
        Random random = new Random(SEED);
        for (int trial = 0; trial < 5; trial++) {
            double[] x = random.doubles(n, -2, 2).toArray();
            double[] v = random.doubles(n, -2, 2).toArray();
            double[] p = random.doubles(m, -2, 2).toArray();
            assertThat(loops.number("value", 0.7, x, 0, p))
                    .isCloseTo(written.number("value", 0.7, x, 0, p), within(1e-13));
            assertThat(loops.number("rate", 0.7, x, v, 0, p))
                    .isCloseTo(written.number("rate", 0.7, x, v, 0, p), within(1e-12));
            both(loops, written, 1 + n + m, "gradient", 0.7, x, 0, p);
            both(loops, written, 1 + 2 * n + m, "rateAndGradient", 0.7, x, v, 0, p);
            both(loops, written, 1 + n + m, "squareNorm", 0.7, x, 0, p);
        }
    }

    private static void both(GeneratedClass loops, GeneratedClass flat, int length, String method, Object... given) {
        double[] found = new double[length];
        double[] wanted = new double[length];
        Arrays.fill(found, Double.NaN);
        double value = (double) loops.call(method, with(with(given, found), 0));
        double other = (double) flat.call(method, with(with(given, wanted), 0));
        assertThat(value).as(method).isCloseTo(other, within(1e-13 * (1 + Math.abs(other))));
        for (int i = 0; i < length; i++) {
            assertThat(found[i])
                    .as("%s[%d]", method, i)
                    .isCloseTo(wanted[i], within(1e-12 * (1 + Math.abs(wanted[i]))));
        }
    }

    private static GeneratedFile source(String name, QuantityBodies bodies) {
        String point = "double t, double[] x, int at, double[] p";
        String moving = "double t, double[] x, double[] xDot, int at, double[] p";
        String out = ", double[] out, int to";
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(method("value", point, bodies.value()))
                .addMethod(method("gradient", point + out, bodies.gradient()))
                .addMethod(method("rate", moving, bodies.rate()))
                .addMethod(method("rateAndGradient", moving + out, bodies.rateAndGradient()))
                .addMethod(method("squareNorm", point + out, bodies.squareNorm()));
        return new GeneratedFile("loops/" + name + ".java", SourceText.of(ClassName.get("loops", name), type));
    }

    private static MethodSpec method(String name, String parameters, CodeBlock body) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(double.class);
        for (String parameter : parameters.split(", ")) {
            String[] words = parameter.split(" ");
            method.addParameter(
                    switch (words[0]) {
                        case "double" -> double.class;
                        case "int" -> int.class;
                        default -> double[].class;
                    },
                    words[1]);
        }
        return method.addCode(body).build();
    }

    private static long lines(int d, int h) {
        return new ModelClass(network(d, h, "tanh")).source(LOOPS).lines().count();
    }

    private static void compare(CodeRequest request) {
        ModelClass model = new ModelClass(request);
        String source = model.source(LOOPS);
        ClassLoader loader = InMemoryCompiler.compile(List.of(
                new GeneratedFile("loops/Loops.java", source),
                new GeneratedFile("loops/Flat.java", model.writtenOut(FLAT))));
        GeneratedClass loops = new GeneratedClass(loader, "loops.Loops");
        GeneratedClass flat = new GeneratedClass(loader, "loops.Flat");
        int n = request.coordinates().size();
        int m = request.system().parameters().size();
        Random random = new Random(SEED);
        for (int trial = 0; trial < 5; trial++) {
            double[] x = random.doubles(n, -2, 2).toArray();
            double[] a = random.doubles(n, -2, 2).toArray();
            double[] p = random.doubles(m, -2, 2).toArray();
            check(n, loops, flat, "rightSide", 0.7, x, p);
            check(n * n, loops, flat, "jacobian", 0.7, x, p);
            check(n * m, loops, flat, "parameterJacobian", 0.7, x, p);
            check(n + m, loops, flat, "adjointRightSide", 0.7, x, a, p);
        }
    }

    private static void check(int length, GeneratedClass loops, GeneratedClass flat, String method, Object... given) {
        double[] found = new double[length];
        double[] wanted = new double[length];
        Arrays.fill(found, Double.NaN);
        loops.call(method, with(given, found));
        flat.call(method, with(given, wanted));
        for (int i = 0; i < length; i++) {
            // Sums of up to 128 terms of size up to 8, added in another order.
            double unit = Math.ulp(Math.max(8, Math.abs(wanted[i])));
            assertThat(found[i]).as("%s[%d]", method, i).isCloseTo(wanted[i], within(4 * unit));
        }
    }

    private static Object[] with(Object[] given, Object more) {
        Object[] all = Arrays.copyOf(given, given.length + 1);
        all[given.length] = more;
        return all;
    }
}
