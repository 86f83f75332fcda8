package demo;

import demo.generated.NeuronI1;
import demo.generated.NeuronModel;

/** Follows a solution by small steps and checks that the generated quantity stays where it was. */
public final class Demo {
    private Demo() {}

    public static void main(String[] arguments) {
        double[] p = {1.5, 0.25};
        double[] z = {-0.4};
        double[] k = new double[1];
        double[] middle = new double[1];
        double before = NeuronI1.value(0.0, z, p);
        double h = 0.001;
        for (int i = 0; i < 1000; i++) {
            NeuronModel.rightSide(i * h, z, p, k);
            middle[0] = z[0] + 0.5 * h * k[0];
            NeuronModel.rightSide((i + 0.5) * h, middle, p, k);
            z[0] += h * k[0];
        }
        double drift = NeuronI1.value(1.0, z, p) - before;
        System.out.println("drift of the conserved quantity over one unit of time: " + drift);
        if (!(Math.abs(drift) < 1.0e-6)) {
            throw new IllegalStateException("not conserved");
        }
    }
}
