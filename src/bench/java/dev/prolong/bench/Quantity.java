package dev.prolong.bench;

/** A conserved quantity of one state and two parameters, at many points. */
public interface Quantity {
    /**
     * The quantity at n points, and its derivatives by t, z and the parameters, four numbers for each point.
     *
     * @param t of each point
     * @param x the state of each point
     * @param p the parameters
     * @param out receives the values
     * @param gradients receives the derivatives
     */
    void valuesAndGradients(int n, double[] t, double[] x, double[] p, double[] out, double[] gradients);
}
