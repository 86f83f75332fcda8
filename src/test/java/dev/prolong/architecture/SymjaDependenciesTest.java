package dev.prolong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.eval.ExprEvaluator;

/**
 * Symja works without the jars that the project leaves out: what prolong asks of it (see {@code pom.xml}) still answers. A missing
 * class would show as an error here, not as a wrong value.
 */
final class SymjaDependenciesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    D(f(x,y)^2, x)                     | 2*f(x,y)*Derivative(1,0)[f][x,y]
                    Together(1/x+1/(x+y))              | (2*x+y)/(x*(x+y))
                    Factor(x^6-1)                      | (-1+x)*(1+x)*(1-x+x^2)*(1+x+x^2)
                    Apart(1/(x^2-1))                   | 1/(2*(-1+x))-1/(2*(1+x))
                    Collect(x*y+x, x)                  | x*(1+y)
                    Simplify(Sqrt(x^2), x>0)           | x
                    Simplify(Sin(x)^2+Cos(x)^2)        | 1
                    Limit(Sin(x)/x, x->0)              | 1
                    Integrate(1/Cos(a*z+b), z)         | ArcTanh(Sin(b+a*z))/a
                    Integrate(Sqrt(1+x^2), x)          | 1/2*x*Sqrt(1+x^2)+ArcSinh(x)/2
                    Integrate((1+Exp(-x))/x, x)        | ExpIntegralEi(-x)+Log(x)
                    Integrate(1/(x*Log(x)), x)         | Log(Log(x))
                    Integrate(x/(1+Abs(x)), x)         | Integrate(x/(1+Abs(x)),x)
                    Solve(x^2==a, x)                   | {{x->-Sqrt(a)},{x->Sqrt(a)}}
                    TeXForm(Sqrt(x)/2)                 | \\frac{\\sqrt{x}}{2}
                    """)
    void answers(String input, String expected) {
        assertThat(new ExprEvaluator(true, (short) 10).eval(input.strip())).hasToString(expected.strip());
    }
}
