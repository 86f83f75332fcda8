package dev.prolong.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Where the values of symbols come from in generated methods: {@code t}, and entries of arrays. */
final class Arguments {
    /** Names that generated methods use for other things than the symbols of the input. */
    static final Set<String> RESERVED = Set.of(
            "t",
            "x",
            "p",
            "a",
            "v",
            "out",
            "xDot",
            "eps",
            "at",
            "to",
            "n",
            "k",
            "level",
            "gradP",
            "work",
            JavaExpression.POINT,
            "Math",
            "Double");

    private record Source(ISymbol symbol, String wish, String code, boolean bare) {}

    private final List<Source> sources = new ArrayList<>();

    /** A symbol that is an argument by itself. */
    Arguments scalar(ISymbol symbol, String argument) {
        sources.add(new Source(symbol, argument, argument, true));
        return this;
    }

    /** Symbols that are the entries of an array, beginning with the one whose index is the value of {@code from}; empty: the first. */
    Arguments array(List<ISymbol> symbols, String suffix, String array, String from) {
        for (int i = 0; i < symbols.size(); i++) {
            ISymbol s = symbols.get(i);
            sources.add(new Source(
                    s,
                    base(s) + suffix,
                    array + "[" + (from.isEmpty() ? i : i == 0 ? from : from + " + " + i) + "]",
                    false));
        }
        return this;
    }

    private static String base(ISymbol symbol) {
        String name = symbol.getSymbolName();
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    /** {@code t}, {@code x}, {@code p} of a request. */
    static Arguments of(CodeRequest request) {
        return new Arguments()
                .scalar(request.system().independent(), "t")
                .array(request.coordinates(), "", "x", "")
                .array(request.system().parameters(), "", "p", "");
    }

    /** The same with x beginning at index {@code at}. */
    static Arguments at(CodeRequest request) {
        return new Arguments()
                .scalar(request.system().independent(), "t")
                .array(request.coordinates(), "", "x", "at")
                .array(request.system().parameters(), "", "p", "");
    }

    /** Statements that compute the results, after locals for the entries that they use. */
    CodeBlock body(List<MethodBody.Result> results) {
        Map<IExpr, String> names = new LinkedHashMap<>();
        JavaNames fresh = new JavaNames(RESERVED);
        CodeBlock unpacked =
                unpack(results.stream().map(MethodBody.Result::value).toList(), names, fresh);
        return CodeBlock.builder()
                .add(unpacked)
                .add(MethodBody.of(results, names, fresh))
                .build();
    }

    /** Locals for the entries that the values use; adds their names. */
    CodeBlock unpack(List<IExpr> values, Map<IExpr, String> names, JavaNames fresh) {
        Set<ISymbol> used = Expr.symbols(Expr.apply(Expr.symbol("all"), values));
        CodeBlock.Builder code = CodeBlock.builder();
        for (Source s : sources) {
            if (s.bare()) {
                names.put(s.symbol(), s.code());
            } else if (used.contains(s.symbol())) {
                String name = fresh.fresh(s.wish());
                names.put(s.symbol(), name);
                code.addStatement("double $N = $L", name, s.code());
            }
        }
        return code.build();
    }
}
