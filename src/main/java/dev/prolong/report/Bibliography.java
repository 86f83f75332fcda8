package dev.prolong.report;

import dev.prolong.derivation.Step;
import java.util.Arrays;
import java.util.List;

/** The books and papers to which steps refer. */
enum Bibliography {
    BLUMAN(
            "Bluman and Anco",
            "G. W. Bluman and S. C. Anco, Symmetry and Integration Methods for Differential Equations, Springer, 2002"),
    BOYCE(
            "Boyce and DiPrima",
            "W. E. Boyce and R. C. DiPrima, Elementary Differential Equations and Boundary Value Problems, 10th ed., Wiley, 2012"),
    CHEB_TERRAB_1998(
            "Cheb-Terrab and Roche 1998",
            "E. S. Cheb-Terrab and A. D. Roche, Symmetries and first order ODE patterns, Computer Physics Communications 113 (1998)"
                    + " 239–260"),
    CHEB_TERRAB_2003(
            "Cheb-Terrab and Roche 2003",
            "E. S. Cheb-Terrab and A. D. Roche, An Abel ordinary differential equation class generalizing known integrable classes,"
                    + " European Journal of Applied Mathematics 14 (2003) 217–229"),
    GORIELY("Goriely", "A. Goriely, Integrability and Nonintegrability of Dynamical Systems, World Scientific, 2001"),
    IBRAGIMOV(
            "Ibragimov 2007",
            "N. H. Ibragimov, A new conservation theorem, Journal of Mathematical Analysis and Applications 333 (2007) 311–328"),
    INCE("Ince", "E. L. Ince, Ordinary Differential Equations, Longmans, Green and Co., 1927; Dover, 1956"),
    LIE(
            "Lie 1883",
            "S. Lie, Classification und Integration von gewöhnlichen Differentialgleichungen zwischen x, y, die eine Gruppe von"
                    + " Transformationen gestatten, Archiv for Mathematik og Naturvidenskab 8 (1883)"),
    LIE_SCHEFFERS(
            "Lie and Scheffers 1893",
            "S. Lie and G. Scheffers, Vorlesungen über continuierliche Gruppen mit geometrischen und anderen Anwendungen, Teubner,"
                    + " 1893"),
    OLVER("Olver", "P. J. Olver, Applications of Lie Groups to Differential Equations, 2nd ed., Springer, 1993"),
    OVSIANNIKOV("Ovsiannikov", "L. V. Ovsiannikov, Group Analysis of Differential Equations, Academic Press, 1982"),
    PRELLE(
            "Prelle and Singer 1983",
            "M. J. Prelle and M. F. Singer, Elementary first integrals of differential equations, Transactions of the American"
                    + " Mathematical Society 279 (1983) 215–229"),
    REID(
            "Reid",
            "G. J. Reid, A. D. Wittkopf and A. Boulton, Reduction of systems of nonlinear partial differential equations to"
                    + " simplified involutive forms, European Journal of Applied Mathematics 7 (1996) 635–666");

    private final String mark;
    private final String entry;

    Bibliography(String mark, String entry) {
        this.mark = mark;
        this.entry = entry;
    }

    /** The entries to which the steps refer. */
    static List<Prose> of(List<Step> steps) {
        return Arrays.stream(values())
                .filter(b -> steps.stream().anyMatch(s -> s.reference().contains(b.mark)))
                .map(b -> Prose.words(b.entry + "."))
                .toList();
    }
}
