package dev.prolong.codegen;

import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/** Trees as Python expressions of tensors, whose functions are those of the template's prelude. */
final class PythonExpression extends JavaExpression {
    PythonExpression(Map<IExpr, String> names) {
        super(names);
    }

    @Override
    String of(IExpr e) {
        return super.of(e)
                .replace("Math.PI", "math.pi")
                .replace("Math.E", "math.e")
                .replace("Math.", "");
    }

    @Override
    String choice(String condition, String value) {
        return "where(" + condition + ", " + value + ", ";
    }

    @Override
    String closing(int branches) {
        return ")".repeat(branches + 1);
    }

    @Override
    String connective(boolean and) {
        return and ? " & " : " | ";
    }

    @Override
    boolean isWrapped(IExpr inner, IExpr outer) {
        return true;
    }
}
