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
    BRONSTEIN("Bronstein", "M. Bronstein, Symbolic Integration I, 2nd ed., Springer, 2005"),
    GORIELY("Goriely", "A. Goriely, Integrability and Nonintegrability of Dynamical Systems, World Scientific, 2001"),
    HYDON("Hydon", "P. E. Hydon, Symmetry Methods for Differential Equations, Cambridge University Press, 2000"),
    IBRAGIMOV(
            "Ibragimov",
            "N. H. Ibragimov, Elementary Lie Group Analysis and Ordinary Differential Equations, Wiley, 1999"),
    OLVER("Olver", "P. J. Olver, Applications of Lie Groups to Differential Equations, 2nd ed., Springer, 1993"),
    REID(
            "Reid",
            "G. J. Reid, A. D. Wittkopf and A. Boulton, Reduction of systems of nonlinear partial differential equations to"
                    + " simplified involutive forms, European Journal of Applied Mathematics 7 (1996) 635–666"),
    STEPHANI(
            "Stephani",
            "H. Stephani, Differential Equations: Their Solution Using Symmetries, Cambridge University Press, 1989");

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
